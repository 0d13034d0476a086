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

async function step(name: string, seconds: number, deadline: AbortSignal): Promise<void> {
  await sleep(seconds, AbortSignal.any([deadline, AbortSignal.timeout(60_000)]));
  console.log(name);
}

async function handle(deadline: AbortSignal): Promise<void> {
  await step("user found", 0.1, deadline);
  await step("orders loaded", 30, deadline);
  await step("page drawn", 0.1, deadline);
}

try {
  await handle(AbortSignal.timeout(500));
} catch (error) {
  if (!(error instanceof DOMException && error.name === "TimeoutError")) throw error;
  console.log("no page in time");
}
