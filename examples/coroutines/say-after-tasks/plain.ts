function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function sayAfter(delay: number, what: string): Promise<void> {
  await sleep(delay);
  console.log(what);
}

async function main(): Promise<void> {
  const start = performance.now();

  // An async function needs no task: calling it starts it, up to its first await.
  const hello = sayAfter(1, "hello");
  const world = sayAfter(2, "world");
  console.log("both are scheduled");

  await hello;
  await world;

  const seconds = (performance.now() - start) / 1000;
  // Measured here and now, so it goes to the error output.
  console.warn(`took ${seconds.toFixed(1)} s`);
}

await main();
