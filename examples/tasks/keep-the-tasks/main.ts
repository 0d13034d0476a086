import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* measure(city: string, delay: number): Coroutine<string> {
  yield* sleep(delay);
  if (city === "Atlantis") {
    throw new RangeError("no such city: Atlantis");
  }
  return `${city} has ${city.length} letters`;
}

function* main(): Coroutine<void> {
  const tasks = [
    createTask(measure("Lima", 0.15)),
    createTask(measure("Atlantis", 0.05)),
    createTask(measure("Quito", 0.1)),
  ];
  for (const task of tasks) {
    try {
      console.log(yield* task);
    } catch (error) {
      if (!(error instanceof RangeError)) {
        throw error;
      }
      console.log("failed:", error.message);
    }
  }
}

await run(main());
