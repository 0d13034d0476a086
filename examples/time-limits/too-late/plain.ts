function sleep(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
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

async function download(signal: AbortSignal): Promise<void> {
  console.log("download begins");
  try {
    await sleep(60, signal);
  } finally {
    console.log("removing the half file");
    await sleep(0.5);
    console.log("half file removed");
  }
}

async function main(): Promise<void> {
  const signal = AbortSignal.timeout(200);
  try {
    await download(signal);
  } catch (error) {
    if (error !== signal.reason) {
      throw error;
    }
    console.log("too late");
  }
  console.log("main goes on");
}

await main();
