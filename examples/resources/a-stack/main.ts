import { type Coroutine, run, sleep } from "asyncio-ts";

function openFile(name: string): string {
  if (name === "locked.txt") throw new Error(`${name} cannot be opened`);
  console.log("opened", name);
  return name;
}

function* openAll(names: string[]): Coroutine<DisposableStack> {
  using stack = new DisposableStack();
  for (const name of names) {
    const file = openFile(name);
    stack.defer(() => console.log("closed", file));
    yield* sleep(0.1);
  }
  return stack.move();
}

function* main(): Coroutine<void> {
  try {
    yield* openAll(["a.txt", "b.txt", "locked.txt"]);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log(error.message);
  }
  using _ = yield* openAll(["c.txt", "d.txt"]);
  console.log("all are open");
}

await run(main());
