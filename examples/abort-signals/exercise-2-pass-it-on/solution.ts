import { CancelledError, type Coroutine, fromPromise, run } from "asyncio-ts";

const tray = new EventTarget();

/** Somebody else's code, with promises. */
function printPages(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    let page = 0;
    const timer = setInterval(() => {
      page++;
      console.log("page", page);
      if (page === 2) tray.dispatchEvent(new Event("empty"));
      if (page === 4) {
        clearInterval(timer);
        signal?.removeEventListener("abort", stop);
        resolve();
      }
    }, 400);
    const stop = () => {
      clearInterval(timer);
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", stop, { once: true });
  });
}

function* print(): Coroutine<void> {
  yield* fromPromise((signal) => printPages(signal));
}

const controller = new AbortController();
tray.addEventListener("empty", () => controller.abort(new Error("out of paper")));
try {
  await run(print(), { signal: controller.signal });
} catch (error) {
  if (!(error instanceof CancelledError)) throw error;
  console.log("stopped:", error.message);
}
