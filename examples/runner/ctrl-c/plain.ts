function sleep(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", giveUp);
      resolve();
    }, seconds * 1000);
    signal?.addEventListener("abort", giveUp, { once: true });
  });
}

async function main(signal: AbortSignal): Promise<void> {
  setTimeout(() => process.emit("SIGINT"), 200); // as Ctrl-C does
  try {
    console.log("working");
    await sleep(60, signal);
  } finally {
    await sleep(0.1);
    console.log("saved what was done so far");
  }
}

const controller = new AbortController();
process.once("SIGINT", () => controller.abort());
try {
  await main(controller.signal);
} catch (error) {
  if (!controller.signal.aborted) {
    throw error;
  }
  console.log("interrupted");
}
