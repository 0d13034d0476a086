/** A sleep that a signal can end: every function has to take it, and to pass it on. */
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

async function tick(signal: AbortSignal): Promise<void> {
  let count = 0;
  try {
    while (true) {
      count++;
      console.log("tick", count);
      await sleep(0.4, signal);
    }
  } catch (error) {
    if (signal.aborted) {
      console.log(`cancelled while asleep: ${signal.reason}`);
    }
    throw error;
  }
}

async function main(): Promise<void> {
  const controller = new AbortController();
  // Nothing tells whether a promise is done: one has to keep note of it.
  let ended = false;
  const work = tick(controller.signal).finally(() => {
    ended = true;
  });
  await sleep(0.6);

  console.log("accepted?", !ended);
  controller.abort("time to go");
  console.log("cancelled already?", ended);
  try {
    await work;
  } catch {
    console.log("cancelled now?", ended);
  }

  console.log("accepted again?", !ended);
}

await main();
