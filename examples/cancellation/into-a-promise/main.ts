import { type Coroutine, createTask, fromPromise, run, sleep, wait } from "asyncio-ts";

/** Somebody else's code, with promises. The signal aborts it. */
function request(signal: AbortSignal): Promise<string> {
  console.log("request sent");
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const giveUp = () => {
      clearTimeout(timer);
      console.log("request aborted");
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", giveUp);
      resolve("reply");
    }, 60_000);
    signal.addEventListener("abort", giveUp, { once: true });
  });
}

function* fetchReply(): Coroutine<string> {
  return yield* fromPromise((signal) => request(signal));
}

function* main(): Coroutine<void> {
  const task = createTask(fetchReply());
  yield* sleep(0.2);
  task.cancel();
  yield* wait([task]);
  console.log("cancelled:", task.cancelled());
}

await run(main());
