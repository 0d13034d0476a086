import { type Coroutine, getRunningLoop, run } from "asyncio-ts";

type OnSuccess = (value: number) => void;
type OnFailure = (error: Error) => void;

function decode(text: string, onSuccess: OnSuccess, onFailure: OnFailure): void {
  if (/^\d+$/.test(text)) {
    setTimeout(onSuccess, 50, Number(text));
  } else {
    setTimeout(onFailure, 50, new RangeError(`not a number: ${text}`));
  }
}

function* decoded(text: string): Coroutine<number> {
  const future = getRunningLoop().createFuture<number>();
  decode(
    text,
    (value) => future.setResult(value),
    (error) => future.setException(error),
  );
  return yield* future;
}

function* main(): Coroutine<void> {
  for (const text of ["12", "twelve", "30"]) {
    try {
      console.log(text, "gives", yield* decoded(text));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      console.log("failed:", error.message);
    }
  }
}

await run(main());
