import { type Coroutine, exceptStar, run, sleep, taskGroup } from "asyncio-ts";

class Unreachable extends Error {}

function* copy(to: string, error?: Error): Coroutine<void> {
  yield* sleep(0.1);
  if (error !== undefined) throw error;
  console.log("copied to", to);
}

function* copyAll(...copies: Coroutine<void>[]): Coroutine<void> {
  const inGroup = () =>
    taskGroup(function* (group) {
      for (const each of copies) group.createTask(each);
    });
  yield* exceptStar(inGroup, [
    Unreachable,
    (group) => {
      for (const error of group.errors) console.log("later:", error.message);
    },
  ]);
}

function* main(): Coroutine<void> {
  yield* copyAll(copy("attic"), copy("cellar", new Unreachable("cellar is off")));
  yield* exceptStar(
    () => copyAll(copy("garden", new TypeError("garden is not a disk"))),
    [TypeError, (group) => console.log("a bug:", group.errors[0].message)],
  );
}

await run(main());
