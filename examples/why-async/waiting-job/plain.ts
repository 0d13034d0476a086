/** Waits for an answer, as a request over the network does. */
async function fetchPage(page: number): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return `page ${page}`;
}

async function main(): Promise<void> {
  const pages = [1, 2, 3, 4, 5, 6, 7, 8];

  let start = performance.now();
  const oneByOne: string[] = [];
  for (const page of pages) {
    oneByOne.push(await fetchPage(page));
  }
  const sequential = performance.now() - start;

  start = performance.now();
  const atOnce = await Promise.all(pages.map((page) => fetchPage(page)));
  const concurrent = performance.now() - start;

  console.log("same answers:", `${oneByOne}` === `${atOnce}`);
  // Measured here and now, so it goes to the error output.
  console.warn(`one by one: ${(sequential / 1000).toFixed(2)} s`);
  console.warn(`on the loop: ${(concurrent / 1000).toFixed(2)} s`);
}

await main();
