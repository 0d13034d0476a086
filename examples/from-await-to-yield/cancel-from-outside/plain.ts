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

async function download(signal: AbortSignal): Promise<void> {
  try {
    for (let part = 1; ; part++) {
      console.log("part", part);
      await sleep(0.4, signal);
    }
  } finally {
    console.log("file closed");
  }
}

const controller = new AbortController();
const outcome = Promise.allSettled([download(controller.signal)]);
await sleep(1);
controller.abort();
await sleep(1);
const [{ status }] = await outcome;
console.log("nothing is left running:", status === "rejected");
