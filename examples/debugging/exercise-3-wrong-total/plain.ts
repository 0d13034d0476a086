// Find the bug: the total is too low.

const prices: Record<string, number> = { tea: 3, milk: 1, bread: 4 };
let total = 0;

async function readPrice(item: string): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return prices[item] ?? 0;
}

async function add(item: string): Promise<void> {
  total += await readPrice(item);
  console.log("added", item);
}

await Promise.all(["tea", "milk", "bread"].map(add));
console.log("total:", total);
