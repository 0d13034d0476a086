import { CancelledError, type Coroutine, fromPromise, run, sleep } from "asyncio-ts";

/** Stands for a server, which takes longer for a short word. */
function ask(word: string, signal: AbortSignal): Promise<string[]> {
  console.log(`asked for "${word}"`);
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      console.log(`"${word}" is no longer wanted`);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve(["tea", "teapot", "toast"].filter((title) => title.startsWith(word)));
    }, 2000 / word.length);
    signal.addEventListener("abort", stop, { once: true });
  });
}

function* search(word: string): Coroutine<void> {
  yield* sleep(0.3);
  const titles = yield* fromPromise((signal) => ask(word, signal));
  console.log("shown:", titles.join(", "));
}

function searchEffect(word: string): () => void {
  const controller = new AbortController();
  run(search(word), { signal: controller.signal }).catch((error) => {
    if (!(error instanceof CancelledError)) throw error;
  });
  return () => controller.abort();
}

/** As React does: what an effect returns is called before the next effect, and when the component goes. */
let cleanUp: (() => void) | undefined;
function render(word: string): void {
  cleanUp?.();
  cleanUp = searchEffect(word);
}

render("t");
setTimeout(render, 600, "te");
setTimeout(render, 700, "tea");
