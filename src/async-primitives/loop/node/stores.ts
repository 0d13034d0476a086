import { AsyncResource } from "node:async_hooks";
import type { Runnable, Stores } from "../runnable.ts";

/** What it holds of every `AsyncLocalStorage` it holds from its beginning. */
class Resource extends AsyncResource implements Stores {
  readonly [frame: symbol]: unknown;

  constructor() {
    super("asyncio-ts", { requireManualDestroy: true });
  }
}

/** Where Node, from 24 on, keeps all stores in one object. Elsewhere nothing says whether two places have the same ones. */
const frame = Object.getOwnPropertySymbols(new Resource()).find(
  ({ description }) => description === "context_frame",
);

/** The last that were asked for: mostly those of the next place are the same, and comparing costs less than entering. */
let last: Resource | undefined;
/** Those that a loop runs in right now. */
let entered: Stores | undefined;

/** The stores of this place of the program. */
export function storesHere(): Stores {
  // A resource that is only looked at and let go of is one that V8 never makes.
  if (last === undefined || frame === undefined || last[frame] !== new Resource()[frame]) {
    last = new Resource();
  }
  return last;
}

/** The stores of whoever calls: what a loop runs has been given its own, so that nothing need be asked for. */
export function storesOfCaller(): Stores {
  return entered ?? storesHere();
}

/** Runs something with its own stores, not with those of whoever has woken its loop. */
export function runInStores(runnable: Runnable): void {
  const { stores } = runnable;
  if (stores === entered) {
    runnable.run();
    return;
  }
  const outside = entered;
  entered = stores;
  try {
    (stores as Resource).runInAsyncScope(runnable.run, runnable);
  } finally {
    entered = outside;
  }
}
