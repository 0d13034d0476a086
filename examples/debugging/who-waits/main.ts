import { type Coroutine, createTask, gather, Lock, printCallGraph, run, sleep, type Task } from "asyncio-ts";

function* boil(stove: Lock): Coroutine<void> {
  yield* stove.with(() => sleep(1));
}

function* main(): Coroutine<void> {
  const stove = new Lock();
  const kettle = createTask(boil(stove), { name: "kettle" });
  const soup = createTask(boil(stove), { name: "soup" });
  const lunch = createTask(gatherAll(kettle, soup), { name: "lunch" });
  yield* sleep(0.5);
  printCallGraph(soup);
  yield* lunch;
}

function* gatherAll(...tasks: Task<void>[]): Coroutine<void> {
  yield* gather(tasks);
}

await run(main());
