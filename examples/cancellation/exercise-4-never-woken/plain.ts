/** Ends early when the signal is aborted. */
function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      console.log("the timer rings");
      resolve();
    }, milliseconds);
    // Find the bug: the oven is never switched off.
    signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
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
