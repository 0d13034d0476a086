function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
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
