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

async function closeConnection(): Promise<void> {
  console.log("saying goodbye to the server");
  // Without the signal, which is aborted already.
  await sleep(0.2);
  console.log("connection closed");
}

async function talkToServer(signal: AbortSignal): Promise<void> {
  console.log("connection open");
  try {
    await sleep(60, signal);
  } finally {
    await closeConnection();
  }
}

async function main(): Promise<void> {
  const controller = new AbortController();
  const work = talkToServer(controller.signal);
  await sleep(0.2);

  controller.abort();
  console.log("cancel() has returned");
  await Promise.allSettled([work]);
  console.log("the task has ended");
}

await main();
