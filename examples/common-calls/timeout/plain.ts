function sleep(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", giveUp);
      resolve();
    }, seconds * 1000);
    signal.addEventListener("abort", giveUp, { once: true });
  });
}

async function load(name: string, delay: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(delay, signal);
    console.log(name, "is loaded");
  } finally {
    console.log(name, "is put away");
  }
}

async function main(): Promise<void> {
  for (const limit of [2, 0.3]) {
    const signal = AbortSignal.timeout(limit * 1000);
    try {
      await load("first", 0.1, signal);
      await load("second", 0.4, signal);
    } catch (error) {
      if (error !== signal.reason) {
        throw error;
      }
      console.log("too slow");
    }
    console.log("expired:", signal.aborted);
  }
}

await main();
