import { type Coroutine, createTask, type Future, gather, getRunningLoop, run, sleep } from "asyncio-ts";

abstract class Slot {
  protected free = true;
  readonly #waiters: Future<void>[] = [];

  abstract acquire(): Coroutine<void>;
  abstract release(): void;

  protected *waitInLine(atFront = false): Coroutine<void> {
    const waiter = getRunningLoop().createFuture<void>();
    if (atFront) {
      this.#waiters.unshift(waiter);
    } else {
      this.#waiters.push(waiter);
    }
    yield* waiter;
  }

  protected wakeFirst(): boolean {
    const waiter = this.#waiters.shift();
    waiter?.setResult();
    return waiter !== undefined;
  }
}

/** The woken one looks again, and returns to the front if it must. */
class SignallingSlot extends Slot {
  *acquire(): Coroutine<void> {
    let looked = false;
    while (!this.free) {
      yield* this.waitInLine(looked);
      looked = true;
    }
    this.free = false;
  }

  release(): void {
    this.free = true;
    this.wakeFirst();
  }
}

/** The woken one has the slot: it was never free in between. */
class HandingSlot extends Slot {
  *acquire(): Coroutine<void> {
    if (this.free) {
      this.free = false;
    } else {
      yield* this.waitInLine();
    }
  }

  release(): void {
    if (!this.wakeFirst()) {
      this.free = true;
    }
  }
}

function* use(name: string, slot: Slot, order: string[]): Coroutine<void> {
  yield* slot.acquire();
  order.push(name);
  yield* sleep(0.05);
  slot.release();
}

function* orderOfUse(slot: Slot): Coroutine<string> {
  const order: string[] = [];
  yield* slot.acquire();
  const first = createTask(use("first", slot, order));
  const second = createTask(use("second", slot, order));
  yield* sleep(0);

  slot.release();
  yield* use("newcomer", slot, order);
  yield* gather(first, second);
  return order.join(", ");
}

function* main(): Coroutine<void> {
  console.log("signal:", yield* orderOfUse(new SignallingSlot()));
  console.log("hand over:", yield* orderOfUse(new HandingSlot()));
}

await run(main());
