/** Timers that fire in the order of their deadlines, one a turn of the host, and as fast as the machine can. */
export class SimulatedHost {
  readonly #nextTurn: (callback: () => void) => void;
  readonly #timers = new Map<number, { readonly deadline: number; readonly call: () => void }>();
  #time = 0;
  #count = 0;

  constructor(nextTurn: (callback: () => void) => void) {
    this.#nextTurn = nextTurn;
  }

  readonly setTimeout = (
    callback: (...values: unknown[]) => void,
    delay: number,
    ...values: unknown[]
  ): number => {
    const deadline = this.#time + Math.max(1, delay);
    this.#timers.set(++this.#count, { deadline, call: () => callback(...values) });
    return this.#count;
  };

  readonly clearTimeout = (id: number): void => void this.#timers.delete(id);

  /** Calls back when no timer is left, and what the last one made ready has run. */
  runOut(whenDone: () => void): void {
    this.#nextTurn(() => {
      const [id, next] =
        [...this.#timers].sort(([, one], [, other]) => one.deadline - other.deadline)[0] ?? [];
      if (id === undefined || next === undefined) {
        this.#time = 0;
        whenDone();
        return;
      }
      this.#timers.delete(id);
      this.#time = next.deadline;
      next.call();
      this.runOut(whenDone);
    });
  }
}
