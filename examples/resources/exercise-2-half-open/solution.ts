import { type Coroutine, run, sleep } from "asyncio-ts";

function* openDoor(name: string): Coroutine<string> {
  yield* sleep(0.1);
  if (name === "back") throw new Error("back door is stuck");
  console.log(name, "is open");
  return name;
}

function* air(): Coroutine<void> {
  using stack = new DisposableStack();
  for (const name of ["front", "side", "back"]) {
    const door = yield* openDoor(name);
    stack.defer(() => console.log(door, "is shut"));
  }
  console.log("fresh air");
}

function* main(): Coroutine<void> {
  try {
    yield* air();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log(error.message);
  }
}

await run(main());
