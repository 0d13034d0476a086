import { type Coroutine, createSubprocessExec, PIPE, run } from "asyncio-ts";

const SCRIPT = 'while read name; do echo "hello, $name"; done; echo bye';

const text = (data: Uint8Array) => new TextDecoder().decode(data).trim();

function* main(): Coroutine<void> {
  const process = yield* createSubprocessExec("sh", "-c", SCRIPT, {
    stdin: PIPE,
    stdout: PIPE,
  });
  for (const name of ["Ann", "Bob"]) {
    process.stdin.write(new TextEncoder().encode(`${name}\n`));
    yield* process.stdin.drain();
    const answer = yield* process.stdout.readline();
    console.log("it says:", text(answer));
  }

  process.stdin.close();
  console.log("at the end:", text(yield* process.stdout.read()));
  console.log("ended with", yield* process.wait());
}

await run(main());
