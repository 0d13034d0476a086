const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function load(name: string, ms: number): Promise<string> {
  await sleep(ms);
  console.log("loaded", name);
  return name;
}

async function main(): Promise<void> {
  const pages = await Promise.all([load("page 1", 400), load("page 2", 200)]);
  console.log("all of them:", pages.join(", "));
}

await main();
