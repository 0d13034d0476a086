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

async function logOff(signal?: AbortSignal): Promise<void> {
  await sleep(0.4, signal);
  console.log("logged off");
}

async function careless(signal: AbortSignal): Promise<void> {
  try {
    await sleep(60, signal);
  } finally {
    await logOff(signal); // which is aborted already
  }
}

async function careful(signal: AbortSignal): Promise<void> {
  try {
    await sleep(60, signal);
  } finally {
    await logOff();
  }
}

async function ask(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  const outcome = Promise.allSettled([work(controller.signal)]);
  await sleep(0.2);
  controller.abort();
  await outcome;
}

console.log("carelessly:");
await ask(careless);
console.log("carefully:");
await ask(careful);
