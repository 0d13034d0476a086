import { RuntimeError } from "../../errors/errors.ts";

/** What a task waits for. One that depends on others passes a request to cancel on to them. */
interface Waiter {
  readonly kind: string;
  readonly children?: unknown;
  cancel(message?: string | Error): boolean;
}

/** Those whose `cancel()` has begun and not ended, each inside of the one before. */
const inside = new Set<Waiter>();
let next: Waiter;

/** One for all, since there is a request for each task that is cancelled. */
const once: Pick<Waiter, "cancel"> = {
  cancel(message) {
    const waiter = next;
    if (inside.has(waiter)) {
      throw new RuntimeError("A task that waits for itself, by way of others, cannot be cancelled");
    }
    inside.add(waiter);
    try {
      return waiter.cancel(message);
    } finally {
      inside.delete(waiter);
    }
  },
};

/**
 * What a task waits for, to be cancelled at once. Where tasks wait for each other in a circle the request would go round until
 * the stack is full: there its `cancel()` throws a RuntimeError, of which CPython's RecursionError is a kind.
 */
export function cancellable<W extends Waiter | undefined>(waiter: W): W {
  if (waiter === undefined || (waiter.kind !== "Task" && waiter.children === undefined)) {
    return waiter;
  }
  next = waiter;
  return once as W;
}
