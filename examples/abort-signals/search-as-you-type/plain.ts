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

/** Stands for a server, which takes longer for a short word. */
async function ask(word: string, signal: AbortSignal): Promise<string[]> {
  console.log(`asked for "${word}"`);
  try {
    await sleep(2 / word.length, signal);
  } catch (error) {
    console.log(`"${word}" is no longer wanted`);
    throw error;
  }
  return ["tea", "teapot", "toast"].filter((title) => title.startsWith(word));
}

async function search(word: string, signal: AbortSignal): Promise<void> {
  await sleep(0.3, signal);
  const titles = await ask(word, signal);
  console.log("shown:", titles.join(", "));
}

function searchEffect(word: string): () => void {
  const controller = new AbortController();
  search(word, controller.signal).catch((error) => {
    if (!controller.signal.aborted) throw error;
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
