/** Most of the time a connection has nothing to say. */
async function visitor(number: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 200));
  return number;
}

async function main(): Promise<void> {
  const start = performance.now();
  const numbers = Array.from({ length: 1000 }, (_, number) => number);
  const promises = numbers.map((number) => visitor(number));
  console.log("tasks on one thread:", promises.length);

  const answers = await Promise.all(promises);
  const elapsed = (performance.now() - start) / 1000;

  console.log("answers:", answers.length);
  console.log("one after the other: 200 seconds");
  // Measured here and now, so it goes to the error output.
  console.warn(`together: ${elapsed.toFixed(1)} seconds`);
}

await main();
