import { type Coroutine, createSubprocessExec, PIPE, run } from "asyncio-ts";

function* greet(name: string): Coroutine<string> {
  const process = yield* createSubprocessExec("echo", "hello", name, { stdout: PIPE });
  const [out] = yield* process.communicate();
  return new TextDecoder().decode(out).trim();
}

function* main(): Coroutine<void> {
  console.log(yield* greet("Ann"));
  console.log(yield* greet("$(echo Bob)"));
}

await run(main());
