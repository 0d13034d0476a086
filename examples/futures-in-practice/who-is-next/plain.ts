abstract class Slot {
  protected free = true;
  readonly #waiters: (() => void)[] = [];

  abstract acquire(): Promise<void>;
  abstract release(): void;

  protected waitInLine(atFront = false): Promise<void> {
    return new Promise((resolve) => {
      if (atFront) {
        this.#waiters.unshift(resolve);
      } else {
        this.#waiters.push(resolve);
      }
    });
  }

  protected wakeFirst(): boolean {
    const resolve = this.#waiters.shift();
    resolve?.();
    return resolve !== undefined;
  }
}

/** The woken one looks again, and returns to the front if it must. */
class SignallingSlot extends Slot {
  async acquire(): Promise<void> {
    let looked = false;
    while (!this.free) {
      await this.waitInLine(looked);
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
  async acquire(): Promise<void> {
    if (this.free) {
      this.free = false;
    } else {
      await this.waitInLine();
    }
  }

  release(): void {
    if (!this.wakeFirst()) {
      this.free = true;
    }
  }
}

async function use(name: string, slot: Slot, order: string[]): Promise<void> {
  await slot.acquire();
  order.push(name);
  await new Promise((resolve) => setTimeout(resolve, 50));
  slot.release();
}

async function orderOfUse(slot: Slot): Promise<string> {
  const order: string[] = [];
  await slot.acquire();
  const first = use("first", slot, order);
  const second = use("second", slot, order);

  slot.release();
  await use("newcomer", slot, order);
  await Promise.all([first, second]);
  return order.join(", ");
}

async function main(): Promise<void> {
  console.log("signal:", await orderOfUse(new SignallingSlot()));
  console.log("hand over:", await orderOfUse(new HandingSlot()));
}

await main();
