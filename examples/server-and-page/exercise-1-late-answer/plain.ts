/** Stands for the server: it fails for "t", and takes its time to say so. */
async function ask(word: string): Promise<string[]> {
  await new Promise((resolve) => setTimeout(resolve, 1000 / word.length));
  if (word === "t") throw new Error("too short");
  return ["tea", "teapot", "toast"].filter((title) => title.startsWith(word));
}

/** Stands for the page. */
function show(text: string): void {
  console.log(text);
}

// Find the bug: the first error comes when nobody waits for it any more.
let latest = "";
async function typed(word: string): Promise<void> {
  latest = word;
  try {
    const titles = await ask(word);
    if (word === latest) show(`${word}: ${titles.join(", ")}`);
  } catch (error) {
    if (error instanceof Error) show(`${word}: ${error.message}`);
  }
}

typed("t");
setTimeout(typed, 200, "te");
setTimeout(typed, 300, "tea");
setTimeout(typed, 1300, "t");
