import { type Coroutine, createSubprocessExec, gather, PIPE, run } from "asyncio-ts";

function* say(seconds: number, words: string): Coroutine<number> {
  const line = `sleep ${seconds}; echo ${words}`;
  const process = yield* createSubprocessExec("sh", "-c", line, { stdout: PIPE });
  const out = yield* process.stdout.read();
  console.log("it says:", new TextDecoder().decode(out).trim());
  return yield* process.wait();
}

function* main(): Coroutine<void> {
  const codes = yield* gather(say(1.2, "and so is tea"), say(0.7, "coffee is ready"), say(0.2, "hot milk"));
  console.log("all have ended with", ...codes);
}

await run(main());
