import { type Coroutine, createTask, run, sleep, type Task, wait } from "asyncio-ts";

const jobs = new Set<Task<void>>();

function* sendLetter(name: string): Coroutine<void> {
  yield* sleep(name === "Dan" ? 5 : 0.4);
  console.log("sent to", name);
}

function* answer(name: string): Coroutine<string> {
  const job = createTask(sendLetter(name));
  jobs.add(job);
  job.addDoneCallback(() => jobs.delete(job));
  return `202 a letter will go to ${name}`;
}

function* main(): Coroutine<void> {
  for (const name of ["Ann", "Bob", "Dan"]) {
    console.log(yield* answer(name));
  }
  const [, late] = yield* wait(jobs, { timeout: 1 });
  console.log("closed, not sent:", late.size);
}

await run(main());
