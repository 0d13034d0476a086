import type { Interruptible } from "../runnable.ts";

/** A future or a task, of which the loop knows no more. */
interface Future {
  readonly waitingFor?: Future | undefined;
  getName?(): string;
}

/** What observers are told of who depends on whom. */
type Event =
  | { readonly kind: "future named"; readonly future: Future; readonly name: string; readonly of: unknown }
  | { readonly kind: "task waits"; readonly task: Future; readonly on: Future | undefined };

/** Futures of the library that are done only when those they depend on are; a `wait` may have a time limit. */
const needsOthers = new Set(["gather", "shield", "task group"]);

/**
 * In debug mode, warns of a task that waits for itself by way of others, as soon as it does. CPython says nothing, and
 * all of them wait for ever.
 */
export async function watchCircles<T>(task: Interruptible, run: () => Promise<T>): Promise<T> {
  const loop = task.getLoop();
  if (!loop.debug) {
    return run();
  }
  const stop = loop.addObserver(circleFinder());
  try {
    return await run();
  } finally {
    stop();
  }
}

function circleFinder(): (event: Event) => void {
  const named = new WeakMap<Future, { name: string; of: Iterable<Future> }>();

  /** How to get from a future to a task by what each waits for: the names of those in between. */
  function wayTo(task: Future, future: Future, seen: Set<Future>): string[] | undefined {
    if (future === task) {
      return [];
    }
    if (seen.has(future)) {
      return undefined;
    }
    seen.add(future);
    const { name, of } = named.get(future) ?? waiting(future);
    for (const next of of) {
      const way = wayTo(task, next, seen);
      if (way !== undefined) {
        return [name, ...way];
      }
    }
    return undefined;
  }

  return (event) => {
    if (event.kind === "future named" && needsOthers.has(event.name)) {
      named.set(event.future, { name: event.name, of: event.of as Iterable<Future> });
    }
    if (event.kind === "task waits" && event.on !== undefined) {
      const way = wayTo(event.task, event.on, new Set());
      if (way !== undefined) {
        console.warn(
          `Task '${event.task.getName?.()}' waits for itself, by way of ${way.join(" and ")}: that would never end`,
        );
      }
    }
  };
}

function waiting(future: Future): { name: string; of: readonly Future[] } {
  const { waitingFor } = future;
  return { name: `Task '${future.getName?.()}'`, of: waitingFor === undefined ? [] : [waitingFor] };
}
