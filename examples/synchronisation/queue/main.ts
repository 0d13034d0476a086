import { type Coroutine, createTask, Queue, run, sleep } from "asyncio-ts";

function* worker(name: string, queue: Queue<number>): Coroutine<never> {
  while (true) {
    const job = yield* queue.get();
    yield* sleep(0.2);
    console.log(name, "did job", job);
    queue.taskDone();
  }
}

function* main(): Coroutine<void> {
  const queue = new Queue<number>();
  const workers = ["Ada", "Bob"].map((name) => createTask(worker(name, queue)));
  for (let job = 1; job < 6; job++) {
    queue.putNowait(job);
  }
  console.log("waiting:", queue.qsize());

  yield* queue.join();
  console.log("all jobs done");
  for (const each of workers) {
    each.cancel();
  }
}

await run(main());
