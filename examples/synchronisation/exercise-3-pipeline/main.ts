import { type Coroutine, Queue, run, taskGroup } from "asyncio-ts";

const END = undefined;
type Numbers = Queue<number | typeof END>;

/** Takes numbers until END comes, puts their doubles into the other queue, then END. */
function* double(numbers: Numbers, doubles: Numbers): Coroutine<void> {
  // Write this. So far it says at once that there is nothing.
  console.log("not used yet:", numbers.qsize());
  yield* doubles.put(END);
}

function* show(doubles: Numbers): Coroutine<void> {
  while (true) {
    const number = yield* doubles.get();
    if (number === END) {
      break;
    }
    console.log(number);
  }
  console.log("end");
}

function* main(): Coroutine<void> {
  // Once double takes its numbers, make both queues hold one item at most:
  // new Queue(1).
  const numbers: Numbers = new Queue();
  const doubles: Numbers = new Queue();
  yield* taskGroup(function* (group) {
    group.createTask(double(numbers, doubles));
    group.createTask(show(doubles));
    for (const number of [1, 2, 3]) {
      yield* numbers.put(number);
    }
    yield* numbers.put(END);
  });
}

await run(main());
