import { type Coroutine, LifoQueue, PriorityQueue, Queue, run } from "asyncio-ts";

type Patient = [urgency: number, name: string];

function* callAll(name: string, queue: Queue<Patient>): Coroutine<void> {
  const patients: Patient[] = [
    [2, "Ann"],
    [3, "Bob"],
    [1, "Cid"],
  ];
  for (const patient of patients) {
    yield* queue.put(patient);
  }

  const called: string[] = [];
  while (!queue.empty()) {
    const [, patient] = yield* queue.get();
    called.push(patient);
  }
  console.log(`${name}: ${called.join(", ")}`);
}

function* main(): Coroutine<void> {
  yield* callAll("Queue", new Queue());
  yield* callAll("LifoQueue", new LifoQueue());
  yield* callAll("PriorityQueue", new PriorityQueue());
}

await run(main());
