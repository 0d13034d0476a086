import { type Coroutine, EventLoop, type Future, gather, getRunningLoop, run, sleep } from "asyncio-ts";

/** A loop of our own, whose futures are counted. */
class CountingLoop extends EventLoop {
  futures = 0;

  override createFuture<T>(): Future<T> {
    this.futures += 1;
    return super.createFuture<T>();
  }
}

function* main(): Coroutine<void> {
  const loop = getRunningLoop() as CountingLoop;
  const before = loop.futures;
  yield* sleep(0.01);
  yield* sleep(0);
  yield* gather(sleep(0.01), sleep(0.02));
  console.log("futures made by four sleeps:", loop.futures - before);
}

await run(main(), { loopFactory: () => new CountingLoop() });
