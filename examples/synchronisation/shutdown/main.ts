import { type Coroutine, Queue, QueueShutDown, run, sleep, taskGroup } from "asyncio-ts";

function* reader(name: string, queue: Queue<string>): Coroutine<void> {
  try {
    while (true) {
      console.log(name, "reads", yield* queue.get());
      yield* sleep(0.1);
    }
  } catch (error) {
    if (!(error instanceof QueueShutDown)) {
      throw error;
    }
    console.log(name, "has nothing left to read");
  }
}

function* main(): Coroutine<void> {
  const queue = new Queue<string>();
  yield* taskGroup(function* (group) {
    group.createTask(reader("Ada", queue));
    for (const page of ["first page", "last page"]) {
      yield* queue.put(page);
    }
    queue.shutdown();
    try {
      yield* queue.put("too late");
    } catch (error) {
      if (!(error instanceof QueueShutDown)) {
        throw error;
      }
      console.log("nothing more can be put in");
    }
  });
}

await run(main());
