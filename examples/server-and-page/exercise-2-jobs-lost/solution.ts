import { CancelledError, type Coroutine, createTask, gather, run, sleep, type Task, wait } from "asyncio-ts";

const jobs = new Set<Task<void>>();

function* sendLetter(name: string): Coroutine<void> {
  try {
    yield* sleep(name === "Dan" ? 5 : 0.4);
    console.log("sent to", name);
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log("not sent to", name);
    }
    throw error;
  }
}

function* answer(name: string): Coroutine<string> {
  const job = createTask(sendLetter(name));
  jobs.add(job);
  job.addDoneCallback(() => jobs.delete(job));
  return `202 a letter will go to ${name}`;
}

function* waitForJobs(limit: number): Coroutine<void> {
  if (jobs.size > 0) {
    yield* wait(jobs, { timeout: limit });
  }
}

function* close(): Coroutine<void> {
  yield* waitForJobs(1);
  for (const job of jobs) {
    job.cancel();
  }
  yield* waitForJobs(1);
  console.log("closed");
}

function* day(names: string[]): Coroutine<void> {
  for (const name of names) {
    console.log(yield* answer(name));
  }
  yield* close();
}

function* strike(seconds: number): Coroutine<void> {
  yield* sleep(seconds);
  console.log("the clock strikes");
}

function* main(): Coroutine<void> {
  yield* gather(day(["Ann", "Bob", "Dan"]), strike(2));
  yield* gather(day(["Eve"]), strike(0.7));
  yield* day([]);
}

await run(main());
