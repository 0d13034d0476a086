import { type Coroutine, createSubprocessExec, PIPE, run } from "asyncio-ts";

function* countWords(text: string): Coroutine<number> {
  const process = yield* createSubprocessExec("wc", "-w", {
    stdin: PIPE,
    stdout: PIPE,
  });
  const [out] = yield* process.communicate(new TextEncoder().encode(text));
  return Number(new TextDecoder().decode(out));
}

function* main(): Coroutine<void> {
  console.log("words:", yield* countWords("first the tea\nthen the milk\n"));
}

await run(main());
