async function fetchAnswer(): Promise<void> {
  console.log("fetch: asks");
  await new Promise((resolve) => setTimeout(resolve, 100));
  console.log("fetch: has the answer");
}

async function calculate(): Promise<void> {
  console.log("calculate: begins");
  const end = performance.now() + 300;
  while (performance.now() < end) {}
  console.log("calculate: ends");
}

async function main(): Promise<void> {
  await Promise.all([fetchAnswer(), calculate()]);
}

await main();
