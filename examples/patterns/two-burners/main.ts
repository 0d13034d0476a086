import { type Coroutine, gather, run, Semaphore, sleep } from "asyncio-ts";

const burners = new Semaphore(2);

function* cook(dish: string, seconds: number): Coroutine<void> {
  yield* burners.with(() => sleep(seconds));
  console.log(dish, "is ready");
}

function* main(): Coroutine<void> {
  yield* gather(cook("stew", 0.8), cook("tea", 0.2), cook("soup", 0.4), cook("rice", 0.6));
}

await run(main());
