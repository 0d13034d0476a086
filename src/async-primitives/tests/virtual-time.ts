import {
  type Coroutine,
  createTask,
  EventLoop,
  getRunningLoop,
  type RunOptions,
  run,
  VirtualClock,
} from "../index.ts";

export const virtualLoop = (): EventLoop => new EventLoop({ clock: new VirtualClock() });

/** `run`, on a clock that jumps. */
export function runVirtual<T>(coroutine: Coroutine<T>, options?: RunOptions): Promise<T> {
  return run(coroutine, { loopFactory: virtualLoop, ...options });
}

/** How many iterations of the loop a coroutine takes, told by a callback that schedules itself. */
export function* countIterations(coroutine: Coroutine<unknown>): Coroutine<number> {
  const loop = getRunningLoop();
  let count = 0;
  let handle = loop.callSoon(function tick() {
    count++;
    handle = loop.callSoon(tick);
  });
  yield* coroutine;
  handle.cancel();
  return count;
}

/** Starts a coroutine and lets it get to its first wait. */
export function* start<T>(coroutine: Coroutine<T>) {
  const task = createTask(coroutine);
  yield;
  return task;
}
