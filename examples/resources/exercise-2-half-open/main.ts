import { type Coroutine, run, sleep } from "asyncio-ts";

function* openDoor(name: string): Coroutine<string> {
  yield* sleep(0.1);
  if (name === "back") throw new Error("back door is stuck");
  console.log(name, "is open");
  return name;
}

function* air(): Coroutine<void> {
  // Change this: what was opened is shut, even if not all could be opened.
  const doors: string[] = [];
  for (const name of ["front", "side", "back"]) doors.push(yield* openDoor(name));
  console.log("fresh air");
  for (const door of doors.toReversed()) console.log(door, "is shut");
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
