import { type Coroutine, ExceptionGroup, exceptStar, gather, run, sleep } from "asyncio-ts";

class Unreachable extends Error {}
class Forbidden extends Error {}

function* copy(error: Error): Coroutine<void> {
  yield* sleep(0.2);
  throw error;
}

function* copyToAll(): Coroutine<void> {
  const errors = [
    new Unreachable("attic does not answer"),
    new Forbidden("cellar says no"),
    new Unreachable("garden is offline"),
  ];
  const outcomes = yield* gather(errors.map(copy), { returnExceptions: true });
  throw new ExceptionGroup(
    "not copied",
    outcomes.filter((outcome) => outcome instanceof Error),
  );
}

const messages = (group: AggregateError) => group.errors.map(({ message }) => message).join(", ");

function* main(): Coroutine<void> {
  try {
    yield* exceptStar(copyToAll, [Unreachable, (group) => console.log("again later:", messages(group))]);
  } catch (rest) {
    if (!(rest instanceof ExceptionGroup)) throw rest;
    console.log("what is left:", messages(rest));
  }
}

await run(main());
