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

async function upload(file: string, seconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(seconds, signal);
    throw new Error(`no room for ${file}`);
  } finally {
    await sleep(0.2);
    console.log(file, "is closed");
  }
}

async function block(signal: AbortSignal): Promise<void> {
  try {
    console.log("both are under way");
    await sleep(60, signal);
  } finally {
    console.log("the block is left");
  }
}

const controller = new AbortController();
const { signal } = controller;
const all = [upload("a", 0.2, signal), upload("b", 60, signal), block(signal)];
try {
  await Promise.all(all);
} catch (error) {
  controller.abort();
  await Promise.allSettled(all);
  if (!(error instanceof Error)) throw error;
  console.log("told the user:", error.message);
}
