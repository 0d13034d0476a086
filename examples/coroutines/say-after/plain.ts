function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function sayAfter(delay: number, what: string): Promise<void> {
  await sleep(delay);
  console.log(what);
}

async function main(): Promise<void> {
  const start = performance.now();

  await sayAfter(1, "hello");
  await sayAfter(2, "world");

  const seconds = (performance.now() - start) / 1000;
  // Measured here and now, so it goes to the error output.
  console.warn(`took ${seconds.toFixed(1)} s`);
}

await main();
