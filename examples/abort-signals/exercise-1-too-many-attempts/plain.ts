/** A server that never answers in time. */
function ask(signal: AbortSignal): Promise<string> {
  return new Promise((_, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      reject(new Error("no answer"));
    }, 400);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    signal.addEventListener("abort", stop, { once: true });
  });
}

// Find the bug: who has been stopped must not try again.
async function askThreeTimes(signal: AbortSignal): Promise<string> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    console.log("attempt", attempt);
    try {
      return await ask(signal);
    } catch {
      console.log("failed");
    }
  }
  throw new Error("gave up after three attempts");
}

const controller = new AbortController();
setTimeout(() => controller.abort(new Error("stopped by the user")), 600);
try {
  console.log(await askThreeTimes(controller.signal));
} catch (error) {
  if (error instanceof Error) console.log(error.message);
}
