import { EventLoop as CoreLoop, getRunningLoop as getCoreLoop } from "../event-loop.ts";
import { defaultExecutor } from "../executor.ts";
import { Runner as CoreRunner } from "../runner.ts";
import { ThreadPoolExecutor } from "./thread-pool-executor.ts";

/**
 * The names by which a program comes to a loop, and so to `loop.runInExecutor(undefined, ...)`. Whoever imports one of
 * them gets the threads as well. A bundler leaves out a call that is marked as pure when nobody uses what it answers
 * with: a program that only runs coroutines carries no threads.
 */
export const EventLoop = /* @__PURE__ */ withThreads(CoreLoop);
export const getRunningLoop = /* @__PURE__ */ withThreads(getCoreLoop);
export const Runner = /* @__PURE__ */ withThreads(CoreRunner);

function withThreads<T>(wayToLoop: T): T {
  defaultExecutor.create = () => new ThreadPoolExecutor();
  return wayToLoop;
}
