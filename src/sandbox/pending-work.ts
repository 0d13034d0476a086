/// <reference lib="dom" />

export interface PendingWork {
  /** Resolves when the program has no timer left that could still run: where Node would end the process. */
  settled(): Promise<void>;
  /** Counts as a timer until it is called back. */
  keepAlive(): () => void;
}

/**
 * Counts the timers that the program has set. A program that only calls `setTimeout` is not done when its last
 * line has run, and one with an interval goes on until it is stopped.
 */
export function trackPendingWork(): PendingWork {
  const pending = new Set<number>();
  let whenSettled: (() => void) | undefined;
  // Bound, because a browser's own timers insist on being called on the global object.
  const host = {
    setTimeout: self.setTimeout.bind(self),
    setInterval: self.setInterval.bind(self),
    clearTimeout: self.clearTimeout.bind(self),
  };

  const forget = (id: number | undefined): void => {
    if (id !== undefined && pending.delete(id) && pending.size === 0) {
      // Whatever the last timer made ready runs first, and may set a timer again.
      host.setTimeout(() => pending.size === 0 && whenSettled?.());
    }
  };
  const clear = (id?: number): void => {
    host.clearTimeout(id);
    forget(id);
  };
  const set = (callback: unknown, delay?: number, ...values: unknown[]): number => {
    const id: number = host.setTimeout(() => {
      try {
        (callback as (...values: unknown[]) => void)(...values);
      } finally {
        forget(id);
      }
    }, delay);
    pending.add(id);
    return id;
  };
  const repeat = (callback: unknown, delay?: number, ...values: unknown[]): number => {
    const id: number = host.setInterval(callback as () => void, delay, ...values);
    pending.add(id);
    return id;
  };
  Object.assign(globalThis, {
    setTimeout: set,
    setInterval: repeat,
    clearTimeout: clear,
    clearInterval: clear,
  });

  // Made now: later, the program may have replaced what makes it.
  let settle: () => void;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  let kept = 0;
  return {
    keepAlive: () => {
      const id = --kept;
      pending.add(id);
      return () => forget(id);
    },
    settled: () => {
      whenSettled = settle;
      if (pending.size === 0) {
        settle();
      }
      return settled;
    },
  };
}
