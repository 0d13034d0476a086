/** Ends early, with the reason of the signal, when that is aborted. */
function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

async function send(letter: string, signal: AbortSignal): Promise<void> {
  await sleep(500, signal); // looks for the address
  console.log(letter, "is sent");
}

setTimeout(() => console.log("the post office closes"), 300);
try {
  await send("the letter", AbortSignal.timeout(100));
} catch (error) {
  if (!(error instanceof DOMException && error.name === "TimeoutError")) throw error;
  console.log("told the customer: too late");
}
await sleep(600);
