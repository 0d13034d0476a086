/** Ends early when the signal is aborted. */
function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      console.log("the timer rings");
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}

async function bake(signal: AbortSignal): Promise<void> {
  console.log("the oven is on");
  try {
    await sleep(1000, signal);
    console.log("the cake is done");
  } finally {
    console.log("the oven is off");
  }
}

const controller = new AbortController();
setTimeout(() => controller.abort(new Error("the guests have left")), 100);
bake(controller.signal).catch((error) => console.log("no cake:", error.message));
