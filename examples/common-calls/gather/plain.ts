function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function fetchPage(name: string, delay: number): Promise<string> {
  await sleep(delay);
  console.log(name, "arrived");
  return name.toUpperCase();
}

async function main(): Promise<void> {
  const pages = await Promise.all([
    fetchPage("slow", 0.4),
    fetchPage("fast", 0.1),
    fetchPage("middling", 0.25),
  ]);
  console.log("results:", ...pages);
}

await main();
