import { type Coroutine, createSubprocessExec, createTask, PIPE, run } from "asyncio-ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

function* main(): Coroutine<void> {
  // cat repeats what it reads, until its input ends.
  const cat = yield* createSubprocessExec("cat", { stdin: PIPE, stdout: PIPE });

  function* hear(): Coroutine<void> {
    console.log("cat says:", text(yield* cat.stdout.readline()).trim());
  }

  function* seeItEnd(): Coroutine<void> {
    yield* cat.wait();
    console.log("cat has ended");
  }

  console.log("cat is running");
  const hearing = createTask(hear());
  const ending = createTask(seeItEnd());
  cat.stdin.write(bytes("tea\n"));
  console.log("tea is written");
  yield* hearing;
  cat.stdin.close();
  console.log("the input is closed");
  yield* ending;
}

await run(main());
