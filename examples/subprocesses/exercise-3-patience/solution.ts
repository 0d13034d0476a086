import { type Coroutine, createSubprocessExec, PIPE, run, TimeoutError, waitFor } from "asyncio-ts";

function* main(): Coroutine<void> {
  const line = "echo one moment; exec sleep 1";
  const process = yield* createSubprocessExec("sh", "-c", line, { stdout: PIPE });
  console.log(new TextDecoder().decode(yield* process.stdout.readline()).trim());
  try {
    yield* waitFor(process.wait(), 0.2);
  } catch (error) {
    if (!(error instanceof TimeoutError)) {
      throw error;
    }
    process.terminate();
  }
  console.log("ended with", yield* process.wait());
}

await run(main());
