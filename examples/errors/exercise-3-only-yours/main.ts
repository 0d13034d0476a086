import { type Coroutine, ExceptionGroup, exceptStar, run, sleep, taskGroup } from "asyncio-ts";

class Unreachable extends Error {}

function* copy(to: string, error?: Error): Coroutine<void> {
  yield* sleep(0.1);
  if (error !== undefined) throw error;
  console.log("copied to", to);
}

function* copyAll(...copies: Coroutine<void>[]): Coroutine<void> {
  try {
    yield* taskGroup(function* (group) {
      for (const each of copies) group.createTask(each);
    });
  } catch (group) {
    if (!(group instanceof ExceptionGroup)) throw group;
    // Change this: only what is unreachable is tried later.
    for (const error of group.errors) console.log("later:", error.message);
  }
}

function* main(): Coroutine<void> {
  yield* copyAll(copy("attic"), copy("cellar", new Unreachable("cellar is off")));
  yield* exceptStar(
    () => copyAll(copy("garden", new TypeError("garden is not a disk"))),
    [TypeError, (group) => console.log("a bug:", group.errors[0].message)],
  );
}

await run(main());
