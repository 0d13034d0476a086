// Kept before the reader's code can replace it.
const HostPromise = Promise;

/** What a program has begun and what will still call it back: while there is any, Node would not end the process. */
export class PendingWork {
  /** Whether something was made that may call the program at any time. */
  mayCall = false;
  /** How much has been begun so far, whether it has ended or not. */
  begun = 0;
  readonly #pending = new Set<object>();
  #whenEmpty: (() => void) | undefined;

  get isEmpty(): boolean {
    return this.#pending.size === 0;
  }

  /** Counts as work until it is called back, once or more often. */
  readonly keepAlive = (): (() => void) => {
    const work = {};
    this.begun++;
    this.#pending.add(work);
    return () => {
      if (this.#pending.delete(work) && this.isEmpty) {
        this.#whenEmpty?.();
      }
    };
  };

  /** Resolves when there is none. What the last of it has made ready may still begin more. */
  emptied(): Promise<void> {
    return new HostPromise((resolve) => {
      this.#whenEmpty = resolve;
      if (this.isEmpty) {
        resolve();
      }
    });
  }
}
