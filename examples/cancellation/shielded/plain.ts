function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** Waits for the promise, unless the signal ends the waiting. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const giveUp = () => reject(signal.reason);
    signal.addEventListener("abort", giveUp, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", giveUp));
  });
}

async function pay(): Promise<void> {
  await sleep(0.4);
  console.log("paid");
}

async function checkout(payment: Promise<void>, signal: AbortSignal): Promise<void> {
  try {
    // Only the waiting ends. The payment never hears of the signal.
    await unlessAborted(payment, signal);
  } catch (error) {
    if (signal.aborted) {
      console.log("checkout cancelled");
    }
    throw error;
  }
}

const controller = new AbortController();
const payment = pay();
const customer = checkout(payment, controller.signal);
await sleep(0.2);

controller.abort();
await Promise.allSettled([customer]);
console.log("payment cancelled?", false);
await payment;
