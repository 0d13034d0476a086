import { type Coroutine, createSubprocessExec, gather, getRunningLoop, PIPE, run } from "asyncio-ts";

function* say(seconds: number, words: string): Coroutine<[string, number]> {
  const line = `sleep ${seconds}; echo ${words}`;
  const process = yield* createSubprocessExec("sh", "-c", line, { stdout: PIPE });
  const out = yield* process.stdout.read();
  const code = yield* process.wait();
  return [new TextDecoder().decode(out).trim(), code];
}

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  const start = loop.time();
  for (const [words, code] of yield* gather(
    say(0.5, "tea is ready"),
    say(0.4, "so is coffee"),
    say(0.3, "and milk"),
  )) {
    console.log(words, code);
  }
  const together = loop.time() - start < 1.1;
  console.log("all at the same time:", together ? "yes" : "no");
}

await run(main());
