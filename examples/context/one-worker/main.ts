import { ContextVar, type Coroutine, copyContext, createTask, gather, Queue, run } from "asyncio-ts";

const requestId = new ContextVar("request id", { default: "none" });

function log(text: string): void {
  console.log(`[${requestId.get()}] ${text}`);
}

type Job = () => void;

function* work(jobs: Queue<Job>): Coroutine<void> {
  while (true) {
    const job = yield* jobs.get();
    job();
    jobs.taskDone();
  }
}

function* handle(id: string, jobs: Queue<Job>): Coroutine<void> {
  requestId.set(id);
  const context = copyContext();
  yield* jobs.put(() => log("carelessly"));
  yield* jobs.put(() => context.run(log, "with its context"));
}

function* main(): Coroutine<void> {
  const jobs = new Queue<Job>();
  const worker = createTask(work(jobs));
  yield* gather(handle("A", jobs), handle("B", jobs));
  yield* jobs.join();
  worker.cancel();
}

await run(main());
