function sleep(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, seconds * 1000);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

const shop = new EventTarget();

async function serve(signal: AbortSignal): Promise<void> {
  shop.addEventListener("order", () => console.log("an order"), { signal });
  signal.addEventListener("abort", () => console.log("because of", signal.reason.message));
  await sleep(60, signal);
}

const controller = new AbortController();
const outcome = Promise.allSettled([serve(controller.signal)]);
await sleep(0.2);
shop.dispatchEvent(new Event("order"));
controller.abort(new DOMException("closing time", "AbortError"));
shop.dispatchEvent(new Event("order")); // nobody listens any more
const [{ status }] = await outcome;
console.log("cancelled:", status === "rejected");
