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

class Unavailable extends Error {}

let calls = 0;

async function ask(signal?: AbortSignal): Promise<string> {
  calls++;
  await sleep(0.1, signal);
  if (calls < 4) throw new Unavailable(`call ${calls}: unavailable`);
  return `call ${calls}: here is the answer`;
}

type Job<T> = (signal?: AbortSignal) => Promise<T>;

/** Waits at most `first` seconds, then at most twice as long, and so on. */
async function retry<T>(
  attempts: number,
  first: number,
  job: Job<T>,
  { random = Math.random, signal }: { random?: () => number; signal?: AbortSignal } = {},
): Promise<T> {
  for (let longest = first; ; longest *= 2) {
    try {
      return await job(signal);
    } catch (error) {
      attempts--;
      if (!(error instanceof Unavailable) || attempts === 0) throw error;
      console.log(`${error.message}, again within ${longest} s`);
    }
    await sleep(longest * random(), signal);
  }
}

console.log(await retry(5, 0.1, ask, { random: () => 0.5 }));
