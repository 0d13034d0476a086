/** Somebody else's code, with promises. The signal aborts it. */
function request(signal: AbortSignal): Promise<string> {
  console.log("request sent");
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const giveUp = () => {
      clearTimeout(timer);
      console.log("request aborted");
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", giveUp);
      resolve("reply");
    }, 60_000);
    signal.addEventListener("abort", giveUp, { once: true });
  });
}

const controller = new AbortController();
const reply = request(controller.signal);
setTimeout(() => controller.abort(), 200);
try {
  await reply;
} catch {
  console.log("cancelled:", controller.signal.aborted);
}
