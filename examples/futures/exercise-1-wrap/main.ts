import { type Coroutine, run } from "asyncio-ts";

type OnSuccess = (value: number) => void;
type OnFailure = (error: Error) => void;

function decode(text: string, onSuccess: OnSuccess, onFailure: OnFailure): void {
  if (/^\d+$/.test(text)) {
    setTimeout(onSuccess, 50, Number(text));
  } else {
    setTimeout(onFailure, 50, new RangeError(`not a number: ${text}`));
  }
}

/** Returns what `decode` answers, or throws. The answer comes later. */
function* decoded(text: string): Coroutine<number> {
  let answer = 0;
  decode(
    text,
    (value) => {
      answer = value;
    },
    () => {},
  );
  return answer;
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
