import { CancelledError, type Coroutine, createTask, run, sleep, type Task, wait } from "asyncio-ts";

const jobs = new Set<Task<void>>();

/** Begins a job that no request waits for, and keeps it. */
function begin(job: Coroutine<void>): void {
  const task = createTask(job);
  jobs.add(task);
  task.addDoneCallback(() => ended(task));
}

function ended(task: Task<void>): void {
  jobs.delete(task);
  const error = task.cancelled() ? undefined : task.exception();
  if (error instanceof Error) {
    console.log("a job has failed:", error.message);
  }
}

const seconds = { Ann: 0.6, Bob: 0.2, Dan: 5 };

function* sendLetter(name: keyof typeof seconds): Coroutine<void> {
  try {
    yield* sleep(seconds[name]);
    if (name === "Bob") {
      throw new Error("Bob has moved");
    }
    console.log("sent to", name);
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log("not sent to", name);
    }
    throw error;
  }
}

function* answer(name: keyof typeof seconds): Coroutine<string> {
  begin(sendLetter(name));
  return `202 a letter will go to ${name}`;
}

function* waitForJobs(limit: number): Coroutine<void> {
  if (jobs.size > 0) {
    yield* wait(jobs, { timeout: limit });
  }
}

function* endJobs(limit: number): Coroutine<void> {
  console.log(jobs.size, "jobs under way");
  yield* waitForJobs(limit);
  for (const job of jobs) {
    job.cancel();
  }
  yield* waitForJobs(limit);
}

function* main(): Coroutine<void> {
  for (const name of ["Ann", "Bob", "Dan"] as const) {
    console.log(yield* answer(name));
  }
  yield* sleep(0.4);
  yield* endJobs(0.6);
}

await run(main());
