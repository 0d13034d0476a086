function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function priceOf(item: string): Promise<number> {
  await sleep(0.2);
  if (item === "gold") {
    throw new RangeError("no gold today");
  }
  return item.length;
}

async function main(): Promise<void> {
  console.log("tea:", await priceOf("tea"));
  const [milk, sugar] = await Promise.all([priceOf("milk"), priceOf("sugar")]);
  console.log("milk and sugar:", milk + sugar);
  try {
    await priceOf("gold");
  } catch (error) {
    console.log("sorry:", error instanceof Error && error.message);
  }
}

await main();
