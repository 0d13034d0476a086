function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function cook(dish: string, delay: number): Promise<string> {
  await sleep(delay);
  console.log(dish, "is ready");
  return dish;
}

async function main(): Promise<void> {
  const dishes = [cook("soup", 0.4), cook("bread", 0.2)];
  console.log("both are on the stove");
  // Nothing forces anyone to write this line. Without it, main would end
  // first.
  const [soup, bread] = await Promise.all(dishes);
  console.log("served:", soup, "and", bread);
}

await main();
