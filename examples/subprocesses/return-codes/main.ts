import {
  type Coroutine,
  createSubprocessExec,
  createSubprocessShell,
  FileNotFoundError,
  ProcessLookupError,
  run,
} from "asyncio-ts";

function* main(): Coroutine<void> {
  for (const line of ["exit 0", "exit 3", "kill -9 $$"]) {
    const process = yield* createSubprocessShell(line);
    console.log(`${line}:`, yield* process.wait());
  }

  const process = yield* createSubprocessExec("sleep", "10");
  console.log("running:", process.returncode === undefined);
  process.terminate();
  console.log("terminated:", yield* process.wait());
  try {
    process.kill();
  } catch (error) {
    if (!(error instanceof ProcessLookupError)) {
      throw error;
    }
    console.log("too late for a signal");
  }

  try {
    yield* createSubprocessExec("no-such-program");
  } catch (error) {
    if (!(error instanceof FileNotFoundError)) {
      throw error;
    }
    console.log("no such program");
  }
}

await run(main());
