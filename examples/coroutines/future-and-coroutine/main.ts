import { type Coroutine, type Future, gather, getRunningLoop, run, sleep } from "asyncio-ts";

/** Not a coroutine: returns at once, with a future that is filled in later. */
function answerLater<T>(delay: number, value: T): Future<T> {
  const loop = getRunningLoop();
  const future = loop.createFuture<T>();
  loop.callLater(delay, () => future.setResult(value));
  return future;
}

function* countLetters(word: string): Coroutine<number> {
  yield* sleep(0.1);
  return word.length;
}

function* main(): Coroutine<void> {
  const future = answerLater(0.2, "forty-two");
  console.log("done yet?", future.done());

  const [answer, letters] = yield* gather(future, countLetters("coroutine"));

  console.log("done yet?", future.done());
  console.log(`the future gave ${answer}, the coroutine gave ${letters}`);
}

await run(main());
