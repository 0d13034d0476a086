interface Timer {
  readonly callback: (...values: unknown[]) => void;
  readonly values: readonly unknown[];
  readonly delay: number;
  readonly repeats: boolean;
  /** Milliseconds. */
  due: number;
}

/** What a look at the clock costs, in milliseconds: who is busy until some moment comes to it. */
const lookTime = 0.01;

// Kept before the program, or whoever watches it, can replace them.
const host = { setImmediate, resourcesOf: process.getActiveResourcesInfo.bind(process) };

/**
 * Timers that nobody waits for: when the program has nothing to do, time jumps to the next one. Each is a task of the host
 * of its own, after which the host's microtasks run, as they always do. For programs that wait for timers alone.
 */
export class VirtualTimers {
  readonly #timers = new Map<number, Timer>();
  /** Milliseconds. */
  #now = 0;
  #count = 0;
  #isTurning = false;

  /** Milliseconds since the program began; to ask costs nothing. */
  get now(): number {
    return this.#now;
  }

  /** Puts them in the place of the host's. */
  install(): void {
    Object.assign(globalThis, {
      setTimeout: (callback: Timer["callback"], delay?: number, ...values: unknown[]) =>
        this.#set(callback, delay, values, false),
      setInterval: (callback: Timer["callback"], delay?: number, ...values: unknown[]) =>
        this.#set(callback, delay, values, true),
      clearTimeout: (id: unknown) => void this.#timers.delete(Number(id)),
      clearInterval: (id: unknown) => void this.#timers.delete(Number(id)),
    });
    AbortSignal.timeout = (delay) => this.#signalAfter(delay);
    const epoch = Date.now();
    performance.now = () => {
      this.#now += lookTime;
      return this.#now;
    };
    Date.now = () => Math.floor(epoch + performance.now());
  }

  #set(callback: Timer["callback"], delay: number | undefined, values: unknown[], repeats: boolean): number {
    // As Node has it: whole milliseconds, and at least one.
    const timer = { callback, values, repeats, delay: Math.max(1, Math.trunc(Number(delay) || 0)), due: 0 };
    timer.due = this.#now + timer.delay;
    this.#timers.set(++this.#count, timer);
    this.#turnLater();
    return this.#count;
  }

  /** The host's own goes by the host's clock. */
  #signalAfter(delay: number): AbortSignal {
    const controller = new AbortController();
    const reason = new DOMException("The operation was aborted due to timeout", "TimeoutError");
    this.#set(() => controller.abort(reason), delay, [], false);
    return controller.signal;
  }

  #turnLater(): void {
    if (!this.#isTurning) {
      this.#isTurning = true;
      host.setImmediate(() => this.#turn());
    }
  }

  #turn(): void {
    this.#isTurning = false;
    const [next] = [...this.#timers].sort(([, one], [, other]) => one.due - other.due);
    if (next === undefined) {
      return;
    }
    this.#turnLater();
    if (hasTurnOfItsOwn()) {
      return;
    }
    const [id, timer] = next;
    this.#now = Math.max(this.#now, timer.due);
    if (timer.repeats) {
      timer.due = this.#now + timer.delay;
    } else {
      this.#timers.delete(id);
    }
    // As a function of its own, which a host's timers are in a browser: it has no `this`.
    const { callback, values } = timer;
    callback(...values);
  }
}

/** Whether the program has asked for a turn of the host beside ours: that comes first. */
function hasTurnOfItsOwn(): boolean {
  return host.resourcesOf().filter((resource) => resource === "Immediate").length > 1;
}
