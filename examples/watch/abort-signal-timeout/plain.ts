function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}

async function copy(signal: AbortSignal): Promise<void> {
  for (const part of ["one", "two"]) {
    await sleep(500, signal);
    console.log("part", part);
  }
}

try {
  await copy(AbortSignal.timeout(900));
} catch (error) {
  console.log("stopped:", error instanceof Error ? error.name : error);
}
