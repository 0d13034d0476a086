import { RuntimeError } from "../../errors/errors.ts";

/** What a task waits for. A task passes a request to cancel on to what it waits for itself, `gather` to all its children. */
interface Waiter {
  readonly kind: string;
  done(): boolean;
  readonly waitingFor?: Waiter | undefined;
  readonly children?: Iterable<Waiter>;
  /** Of `gather` alone. */
  readonly cancelRequested?: boolean;
}

/** Those that were found to lead into no circle when another one was asked, which asks them next. */
const free = new WeakSet<Waiter>();

/**
 * What a task waits for, to be cancelled at once. Where tasks wait for each other in a circle the request would go round until
 * the stack is full.
 *
 * @throws RuntimeError there, of which CPython's RecursionError is a kind.
 */
export function cancellable<W extends Waiter | undefined>(waiter: W): W {
  if (waiter !== undefined && passesOn(waiter) && !free.delete(waiter)) {
    checkNoCircle(waiter);
  }
  return waiter;
}

const passesOn = ({ kind, cancelRequested }: Waiter): boolean =>
  kind === "Task" || cancelRequested !== undefined;

/** Goes down all ways at once and not by calls, since there may be more of them than the stack has room for. */
function checkNoCircle(start: Waiter): void {
  const path = new Set<Waiter>();
  const looked = new Set<Waiter>();
  const stack = [start];
  for (let waiter = stack.at(-1); waiter !== undefined; waiter = stack.at(-1)) {
    if (looked.has(waiter)) {
      path.delete(waiter);
      stack.pop();
      continue;
    }
    looked.add(waiter);
    path.add(waiter);
    for (const next of askedBy(waiter)) {
      if (path.has(next)) {
        throw new RuntimeError("A task that waits for itself, by way of others, cannot be cancelled");
      }
      stack.push(next);
    }
  }
  looked.delete(start);
  for (const waiter of looked) {
    free.add(waiter);
  }
}

function askedBy(waiter: Waiter): Waiter[] {
  if (waiter.done()) {
    return [];
  }
  const { kind, waitingFor, children = [] } = waiter;
  const all = kind === "Task" ? [waitingFor] : [...children];
  return all.filter((each) => each !== undefined && passesOn(each)) as Waiter[];
}
