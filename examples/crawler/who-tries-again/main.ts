import { type Coroutine, gather, run, Semaphore, sleep } from "asyncio-ts";

/** Stands for a request; the cake is overloaded at first. */
function* load(page: string, attempt: number): Coroutine<boolean> {
  yield* sleep(0.4);
  const isThere = page !== "/cake" || attempt > 1;
  console.log(page, isThere ? "is loaded" : "is overloaded");
  return isThere;
}

function* main(): Coroutine<void> {
  const place = new Semaphore(1);

  function* loadPatiently(page: string): Coroutine<void> {
    for (let attempt = 1; attempt <= 2; attempt++) {
      if (yield* place.with(() => load(page, attempt))) return;
      yield* sleep(0.2);
    }
  }

  yield* gather(loadPatiently("/cake"), loadPatiently("/tea"), loadPatiently("/milk"));
}

await run(main());
