function answer(delay: number, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const giveUp = () => {
      clearTimeout(timer);
      console.log("no longer needed");
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", giveUp);
      resolve("forty-two");
    }, delay * 1000);
    signal.addEventListener("abort", giveUp, { once: true });
  });
}

async function main(): Promise<void> {
  console.log(await answer(0.1, AbortSignal.timeout(1000)));
  try {
    console.log(await answer(60, AbortSignal.timeout(200)));
  } catch {
    console.log("no answer in time");
  }
}

await main();
