const sleep = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

async function fetchPage(page: string, seconds: number): Promise<void> {
  console.log("asks for", page);
  await sleep(seconds);
  console.log("has", page);
}

async function main(): Promise<void> {
  await fetchPage("the news", 0.4);
  await Promise.all([fetchPage("the weather", 0.6), fetchPage("the sport", 0.2)]);
  console.log("all is there");
}

await main();
