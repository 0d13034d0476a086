import { CancelledError, type Coroutine, fromPromise, run, sleep, timeout } from "asyncio-ts";

/** Stands for the server: slow for a short word, and broken for one. */
function ask(word: string, signal: AbortSignal): Promise<string[]> {
  console.log(`  asked for "${word}"`);
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      console.log(`  "${word}" is no longer wanted`);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      if (word === "teal") reject(new Error("503"));
      else resolve(["tea", "teapot", "toast"].filter((title) => title.startsWith(word)));
    }, 1600 / word.length);
    signal.addEventListener("abort", stop, { once: true });
  });
}

/** Stands for the page, which is one line here. */
function show(word: string, text: string): void {
  console.log(`[${word}] ${text}`);
}

const known = new Map<string, string[]>();

function* find(word: string): Coroutine<string[]> {
  yield* sleep(0.2); // until nobody types any more
  show(word, "searching ...");
  const titles = yield* timeout(3, () => fromPromise((signal) => ask(word, signal)));
  known.set(word, titles);
  return titles;
}

function* search(word: string): Coroutine<void> {
  try {
    const titles = known.get(word) ?? (yield* find(word));
    show(word, titles.join(", ") || "nothing found");
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    console.warn(error); // for us
    show(word, "no answer. Type on to try again");
  }
}

let searching: AbortController | undefined;
function typed(word: string): void {
  searching?.abort();
  searching = new AbortController();
  run(search(word), { signal: searching.signal }).catch((error) => {
    if (!(error instanceof CancelledError)) throw error;
  });
}

typed("t");
setTimeout(typed, 600, "te");
setTimeout(typed, 600, "tea");
setTimeout(typed, 2000, "teal");
setTimeout(typed, 3200, "tea");
