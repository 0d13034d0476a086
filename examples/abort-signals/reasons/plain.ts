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

async function load(signal: AbortSignal): Promise<void> {
  await sleep(60, AbortSignal.any([signal, AbortSignal.timeout(500)]));
}

async function tryOut(signal: AbortSignal): Promise<void> {
  try {
    await load(signal);
  } catch (error) {
    if (error instanceof DOMException && error.name === "TimeoutError") {
      console.log("took too long: try again");
    } else if (signal.aborted && error instanceof Error) {
      console.log(error.message);
      console.log("and this is what the signal says:", error === signal.reason);
    } else {
      throw error;
    }
  }
}

const controller = new AbortController();
await tryOut(controller.signal);
setTimeout(() => controller.abort(new Error("the reader has left the page")), 200);
await tryOut(controller.signal);
