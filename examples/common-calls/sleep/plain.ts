function sleep<T>(seconds: number, result: T, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const giveUp = () => {
      // Without this line the program would stay alive for a minute.
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", giveUp);
      resolve(result);
    }, seconds * 1000);
    signal?.addEventListener("abort", giveUp, { once: true });
  });
}

async function main(): Promise<void> {
  console.log(await sleep(0.2, "tea is ready"));

  const controller = new AbortController();
  const nap = sleep(60, "well rested", controller.signal);
  await sleep(0.1, undefined);
  controller.abort();
  try {
    console.log(await nap);
  } catch {
    console.log("the nap was cancelled");
  }
}

await main();
