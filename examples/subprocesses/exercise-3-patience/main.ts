import { type Coroutine, createSubprocessExec, PIPE, run } from "asyncio-ts";

function* main(): Coroutine<void> {
  const line = "echo one moment; exec sleep 1";
  const process = yield* createSubprocessExec("sh", "-c", line, { stdout: PIPE });
  console.log(new TextDecoder().decode(yield* process.stdout.readline()).trim());
  // Wait for 0.2 seconds at most, then ask it to end.
  console.log("ended with", yield* process.wait());
}

await run(main());
