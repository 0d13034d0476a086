import { type Coroutine, run, sleep } from "asyncio-ts";

class Tap implements Disposable {
  [Symbol.dispose](): void {
    throw new Error("tap is stuck");
  }
}

function* fill(): Coroutine<void> {
  using _ = new Tap();
  yield* sleep(0.1);
  throw new Error("bucket has a hole");
}

function* main(): Coroutine<void> {
  try {
    yield* fill();
  } catch (error) {
    if (!(error instanceof SuppressedError)) throw error;
    console.log(error.error.message);
    console.log("and before that:", error.suppressed.message);
  }
}

await run(main());
