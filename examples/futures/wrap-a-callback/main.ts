import { type Coroutine, getRunningLoop, run } from "asyncio-ts";

type Callback = (error: Error | undefined, value: string | undefined) => void;

/** An old API: answers later, by calling back with an error or a value. */
function lookUp(word: string, callback: Callback): void {
  const dictionary = new Map([["loop", "a shape that comes back to itself"]]);
  const value = dictionary.get(word);
  const error = value ? undefined : new RangeError(`no such word: ${word}`);
  setTimeout(callback, 50, error, value);
}

/** The same for those who await. Nobody outside sees the future. */
function* define(word: string): Coroutine<string | undefined> {
  const future = getRunningLoop().createFuture<string | undefined>();
  lookUp(word, (error, value) => {
    if (error !== undefined) {
      future.setException(error);
    } else {
      future.setResult(value);
    }
  });
  return yield* future;
}

function* main(): Coroutine<void> {
  console.log("loop:", yield* define("loop"));
  try {
    yield* define("lop");
  } catch (error) {
    if (!(error instanceof RangeError)) {
      throw error;
    }
    console.log("lop:", error.message);
  }
}

await run(main());
