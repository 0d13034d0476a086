import { type Coroutine, getRunningLoop, run, sleep, type TimerHandle } from "asyncio-ts";

function debounce<A extends unknown[]>(
  seconds: number,
  callback: (...args: A) => void,
): (...args: A) => void {
  let timer: TimerHandle | undefined;
  return (...args) => {
    timer?.cancel();
    timer = getRunningLoop().callLater(seconds, callback, ...args);
  };
}

function* main(): Coroutine<void> {
  const search = debounce(0.3, (word: string) => console.log("search for", word));
  search("t");
  search("te");
  search("tea");
  yield* sleep(0.6);
  search("teapot");
  yield* sleep(0.6);
}

await run(main());
