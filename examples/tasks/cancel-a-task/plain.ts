/** Waits, unless the signal ends it: every function that waits needs one. */
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

async function download(name: string, signal: AbortSignal): Promise<void> {
  try {
    console.log(`${name}: begins`);
    await sleep(10, signal);
    console.log(`${name}: complete`);
  } finally {
    console.log(`${name}: removes what it has so far`);
  }
}

async function main(): Promise<void> {
  let done = false;
  const controller = new AbortController();
  const promise = download("film", controller.signal).finally(() => {
    done = true;
  });
  await sleep(0.05);
  controller.abort();
  console.log("asked to end; done:", done);
  try {
    await promise;
  } catch (error) {
    console.log("cancelled:", error === controller.signal.reason);
  }
}

await main();
