function sleep(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, seconds * 1000);
    signal.addEventListener("abort", stop, { once: true });
  });
}

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

async function find(word: string, signal: AbortSignal): Promise<string[]> {
  await sleep(0.2, signal); // until nobody types any more
  show(word, "searching ...");
  const titles = await ask(word, AbortSignal.any([signal, AbortSignal.timeout(3000)]));
  known.set(word, titles);
  return titles;
}

async function search(word: string, signal: AbortSignal): Promise<void> {
  try {
    const titles = known.get(word) ?? (await find(word, signal));
    if (!signal.aborted) show(word, titles.join(", ") || "nothing found");
  } catch (error) {
    if (signal.aborted) return;
    console.warn(error); // for us
    show(word, "no answer. Type on to try again");
  }
}

let searching: AbortController | undefined;
function typed(word: string): void {
  searching?.abort();
  searching = new AbortController();
  search(word, searching.signal);
}

typed("t");
setTimeout(typed, 600, "te");
setTimeout(typed, 600, "tea");
setTimeout(typed, 2000, "teal");
setTimeout(typed, 3200, "tea");
