import { type Coroutine, createTask, Event, run, sleep } from "asyncio-ts";

const gate = new Event();

function* pass(name: string): Coroutine<void> {
  console.log(name, "is at the gate");
  yield* gate.wait();
  console.log(name, "is through");
}

function* main(): Coroutine<void> {
  const first = createTask(pass("Eve"));
  yield* sleep(0.2);
  gate.set();
  console.log("the gate opens");
  gate.clear();
  console.log("the gate shuts");

  yield* sleep(0.2);
  const second = createTask(pass("Dan"));
  yield* sleep(0.2);
  console.log("it opens once more");
  gate.set();
  yield* first;
  yield* second;
}

await run(main());
