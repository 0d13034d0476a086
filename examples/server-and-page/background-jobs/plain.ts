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

const jobs = new Set<Promise<void>>();
const closing = new AbortController();

/** Begins a job that no request waits for, and keeps it. */
function begin(job: (signal: AbortSignal) => Promise<void>): void {
  const running = job(closing.signal)
    .catch((error) => {
      if (error !== closing.signal.reason) console.log("a job has failed:", error.message);
    })
    .finally(() => jobs.delete(running));
  jobs.add(running);
}

const seconds = { Ann: 0.6, Bob: 0.2, Dan: 5 };

async function sendLetter(name: keyof typeof seconds, signal: AbortSignal): Promise<void> {
  try {
    await sleep(seconds[name], signal);
    if (name === "Bob") {
      throw new Error("Bob has moved");
    }
    console.log("sent to", name);
  } catch (error) {
    if (error === signal.reason) {
      console.log("not sent to", name);
    }
    throw error;
  }
}

async function answer(name: keyof typeof seconds): Promise<string> {
  begin((signal) => sendLetter(name, signal));
  return `202 a letter will go to ${name}`;
}

async function waitForJobs(limit: number): Promise<void> {
  const done = new AbortController();
  await Promise.race([Promise.all(jobs), sleep(limit, done.signal)]);
  done.abort();
}

async function endJobs(limit: number): Promise<void> {
  console.log(jobs.size, "jobs under way");
  await waitForJobs(limit);
  closing.abort();
  await waitForJobs(limit);
}

for (const name of ["Ann", "Bob", "Dan"] as const) {
  console.log(await answer(name));
}
await sleep(0.4);
await endJobs(0.6);
