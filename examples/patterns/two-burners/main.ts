import { type Coroutine, gather, run, Semaphore, sleep } from "asyncio-ts";

const burners = new Semaphore(2);

function* cook(dish: string, seconds: number): Coroutine<void> {
  yield* burners.with(() => sleep(seconds));
  console.log(dish, "is ready");
}

function* main(): Coroutine<void> {
  yield* gather(cook("stew", 1.6), cook("tea", 0.4), cook("soup", 0.8), cook("rice", 1.2));
}

await run(main());
