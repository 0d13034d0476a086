/** Is busy for 0.3 s while a timer of the host is due after 0.02 s. */
async function spin(pause: () => Promise<void>): Promise<string> {
  const beats: string[] = [];
  const timer = setTimeout(() => beats.push("beat"), 20);
  const end = performance.now() + 300;
  while (performance.now() < end) {
    await pause();
  }
  clearTimeout(timer);
  return beats.length > 0 ? "fired meanwhile" : "had to wait";
}

/** A settled promise: `await` comes back as a microtask, before any timer. */
async function nothingToWaitFor(): Promise<void> {
  await Promise.resolve();
}

/** A timer of the host: everything else that is due runs first. */
async function giveWay(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

async function main(): Promise<void> {
  console.log("awaiting what is done: the timer", await spin(nothingToWaitFor));
  console.log("giving way: the timer", await spin(giveWay));
}

await main();
