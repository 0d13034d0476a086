/** How many waits were told of the end, whether they were over or not. */
let told = 0;

function carelessSleep(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    setTimeout(resolve, seconds * 1000);
    signal.addEventListener("abort", () => {
      told++;
      reject(signal.reason);
    });
  });
}

function carefulSleep(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted(); // it may be over already
    const stop = () => {
      told++;
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop); // nobody needs to hear of it any more
      resolve();
    }, seconds * 1000);
    signal.addEventListener("abort", stop, { once: true });
  });
}

async function tryOut(sleep: typeof carefulSleep): Promise<void> {
  told = 0;
  const controller = new AbortController();
  await sleep(0.1, controller.signal);
  await sleep(0.1, controller.signal);
  controller.abort(new Error("closing time"));
  console.log("  waits that were over and were told:", told);
  try {
    await sleep(0.2, controller.signal);
    console.log("  slept on after closing time");
  } catch (error) {
    console.log(`  ${error}`);
  }
}

console.log("careless:");
await tryOut(carelessSleep);
console.log("careful:");
await tryOut(carefulSleep);
