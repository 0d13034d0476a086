import { type Coroutine, createSubprocessExec, PIPE, run, TimeoutError, waitFor } from "asyncio-ts";

function* main(): Coroutine<void> {
  const process = yield* createSubprocessExec("head", "-c", "1000000", "/dev/zero", {
    stdout: PIPE,
  });
  try {
    yield* waitFor(process.wait(), 0.5);
  } catch (error) {
    if (!(error instanceof TimeoutError)) {
      throw error;
    }
    console.log("it does not end while nobody reads");
  }

  const out = yield* process.stdout.read();
  console.log("read:", out.length, "bytes");
  console.log("ended with", yield* process.wait());
}

await run(main());
