/** A signal whose deadline can be moved: AbortSignal.timeout cannot. */
class Deadline {
  readonly #controller = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  reschedule(seconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(), seconds * 1000);
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

function sleep(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", giveUp);
      resolve();
    }, seconds * 1000);
    signal.addEventListener("abort", giveUp, { once: true });
  });
}

async function receive(parts: number[], deadline: Deadline): Promise<void> {
  for (const delay of parts) {
    await sleep(delay, deadline.signal);
    console.log("part received, deadline moved");
    deadline.reschedule(0.5);
  }
  console.log("complete");
}

async function main(): Promise<void> {
  for (const parts of [
    [0.2, 0.2, 0.2],
    [0.2, 1.5],
  ]) {
    const deadline = new Deadline();
    deadline.reschedule(0.5);
    try {
      await receive(parts, deadline);
    } catch {
      console.log("silent for too long");
    } finally {
      deadline.clear();
    }
  }
}

await main();
