import { type Coroutine, createTask, gather, run, sleep } from "asyncio-ts";

class Gate {
  #isOpen = false;
  // Keep the futures of those who wait here.

  /** Goes on at once if the gate is open, otherwise when it opens. */
  *passThrough(): Coroutine<void> {
    if (this.#isOpen) {
      return;
    }
  }

  open(): void {
    this.#isOpen = true;
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
