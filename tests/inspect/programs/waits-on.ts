/** One task holds a lock over a long wait, two wait for it, and a gather waits for them all; ends when it is told to. */
import { type Coroutine, createTask, gather, Lock, run, sleep } from "asyncio-ts";

const lock = new Lock();

function* holder(): Coroutine<void> {
  yield* lock.with(function* () {
    yield* sleep(Number(process.argv[2] ?? 1000));
  });
}

function* guest(name: string): Coroutine<void> {
  yield* lock.with(function* () {
    console.log(`${name} has the lock`);
    yield;
  });
}

function* main(): Coroutine<void> {
  const tasks = [
    createTask(holder(), { name: "holder" }),
    createTask(guest("ann"), { name: "ann" }),
    createTask(guest("bob"), { name: "bob" }),
  ];
  yield* gather(...tasks);
}

await run(main());
