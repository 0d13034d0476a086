import {
  CancelledError,
  type Coroutine,
  createTask,
  type Future,
  getRunningLoop,
  run,
  shield,
  sleep,
  wait,
} from "asyncio-ts";

type Answer = Future<string>;

function* waitForAnswer(name: string, answer: Answer): Coroutine<void> {
  try {
    console.log(`${name} got ${yield* answer}`);
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log(`${name} was cancelled`);
    }
    throw error;
  }
}

function* ask(wrap: (future: Answer) => Answer): Coroutine<void> {
  const future = getRunningLoop().createFuture<string>();
  const ann = createTask(waitForAnswer("Ann", wrap(future)));
  const bob = createTask(waitForAnswer("Bob", wrap(future)));
  yield* sleep(0);
  ann.cancel();
  yield* sleep(0);
  if (future.cancelled()) {
    console.log("nobody can answer any more");
  } else {
    future.setResult("the answer");
  }
  yield* wait([ann, bob]);
}

function* main(): Coroutine<void> {
  console.log("both wait for the future itself:");
  yield* ask((future) => future);
  console.log("each waits behind a shield:");
  yield* ask(shield);
}

await run(main());
