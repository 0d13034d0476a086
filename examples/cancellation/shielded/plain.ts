function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** Rejects when the signal is aborted. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
}

async function pay(): Promise<void> {
  await sleep(0.4);
  console.log("paid");
}

async function checkout(payment: Promise<void>, signal: AbortSignal): Promise<void> {
  try {
    // Only the waiting ends. The payment never hears of the signal.
    await Promise.race([payment, aborted(signal)]);
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
console.log("payment cancelled?", "no");
await payment;
