import {
  type AsyncGen,
  asyncFor,
  asyncGenerator,
  type Coroutine,
  Queue,
  run,
  sleep,
  taskGroup,
  untilShutdown,
} from "asyncio-ts";

function pages(): AsyncGen<string> {
  return asyncGenerator(function* (emit) {
    for (const page of ["page 1", "page 2", "page 3"]) {
      yield* sleep(0.4);
      console.log("loaded", page);
      yield* emit(page);
    }
  });
}

function* load(queue: Queue<string>): Coroutine<void> {
  yield* asyncFor(pages(), (page) => queue.put(page));
  queue.shutdown();
}

function* main(): Coroutine<void> {
  const queue = new Queue<string>(1);
  yield* taskGroup(function* (group) {
    group.createTask(load(queue));
    yield* asyncFor(untilShutdown(queue), function* (page) {
      console.log("open", page);
      yield* sleep(0.6);
      console.log("close", page);
    });
  });
}

await run(main());
