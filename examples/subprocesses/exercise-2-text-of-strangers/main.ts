import { type Coroutine, createSubprocessShell, PIPE, run } from "asyncio-ts";

function* greet(name: string): Coroutine<string> {
  // The name comes from a stranger, and the shell obeys it.
  const process = yield* createSubprocessShell(`echo hello ${name}`, { stdout: PIPE });
  const [out] = yield* process.communicate();
  return new TextDecoder().decode(out).trim();
}

function* main(): Coroutine<void> {
  console.log(yield* greet("Ann"));
  console.log(yield* greet("$(echo Bob)"));
}

await run(main());
