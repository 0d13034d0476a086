import { type Coroutine, EventLoop, gather, run, sleep, VirtualClock } from "asyncio-ts";

function* cook(dish: string, seconds: number): Coroutine<void> {
  yield* sleep(seconds);
  console.log(`${dish}: ${seconds} seconds`);
}

function* main(): Coroutine<void> {
  setTimeout(console.log, 1000, "the host: 1 second");
  yield* gather(cook("tea", 240), cook("egg", 180));
}

await run(main(), { loopFactory: () => new EventLoop({ clock: new VirtualClock() }) });
console.log("the test has ended");
