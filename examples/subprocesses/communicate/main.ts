import { type Coroutine, createSubprocessExec, PIPE, run } from "asyncio-ts";

function* main(): Coroutine<void> {
  const process = yield* createSubprocessExec("sort", "-n", {
    stdin: PIPE,
    stdout: PIPE,
    stderr: PIPE,
  });
  const input = new TextEncoder().encode("10\n9\n100\n");
  const [out, errors] = yield* process.communicate(input);
  console.log("sorted:", ...new TextDecoder().decode(out).trim().split("\n"));
  console.log("errors:", errors.length, "bytes");
  console.log("ended with", process.returncode);
}

await run(main());
