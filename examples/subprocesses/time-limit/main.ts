import { type Coroutine, createSubprocessExec, PIPE, run, TimeoutError, timeout } from "asyncio-ts";

function* runAtMost(seconds: number, program: string, argument: string): Coroutine<string> {
  const process = yield* createSubprocessExec(program, argument, { stdout: PIPE });
  try {
    return yield* timeout(seconds, function* () {
      const [out] = yield* process.communicate();
      return new TextDecoder().decode(out).trim();
    });
  } finally {
    if (process.returncode === undefined) {
      process.kill();
      console.log("killed:", yield* process.wait());
    }
  }
}

function* main(): Coroutine<void> {
  console.log(yield* runAtMost(5, "echo", "quick"));
  try {
    yield* runAtMost(0.3, "sleep", "10");
  } catch (error) {
    if (!(error instanceof TimeoutError)) {
      throw error;
    }
    console.log("too slow");
  }
}

await run(main());
