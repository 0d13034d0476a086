import { type Coroutine, createTask, type Future, gather, getRunningLoop, run, sleep } from "asyncio-ts";

class Gate {
  #isOpen = false;
  #waiters: Future<void>[] = [];

  *passThrough(): Coroutine<void> {
    if (this.#isOpen) {
      return;
    }
    const waiter = getRunningLoop().createFuture<void>();
    this.#waiters.push(waiter);
    yield* waiter;
  }

  open(): void {
    this.#isOpen = true;
    for (const waiter of this.#waiters) {
      if (!waiter.done()) {
        waiter.setResult();
      }
    }
    this.#waiters = [];
  }
}

function* walk(name: string, gate: Gate): Coroutine<void> {
  console.log(name, "comes to the gate");
  yield* gate.passThrough();
  console.log(name, "is through");
}

function* main(): Coroutine<void> {
  const gate = new Gate();
  const ann = createTask(walk("Ann", gate));
  const bob = createTask(walk("Bob", gate));
  yield* sleep(0.05);
  console.log("the gate opens");
  gate.open();
  yield* gather(ann, bob);
  yield* walk("Cid", gate);
}

await run(main());
