import { type Coroutine, createSubprocessExec, DEVNULL, PIPE, run } from "asyncio-ts";

/** Have the program wc count: it reads the text, and prints a number. */
function* countWords(text: string): Coroutine<number> {
  // So far it reads nothing, and all of this text is ignored.
  console.log("to be counted:", text.length, "characters");
  const process = yield* createSubprocessExec("wc", "-w", {
    stdin: DEVNULL,
    stdout: PIPE,
  });
  const [out] = yield* process.communicate();
  return Number(new TextDecoder().decode(out));
}

function* main(): Coroutine<void> {
  console.log("words:", yield* countWords("first the tea\nthen the milk\n"));
}

await run(main());
