const prices = new Map([
  ["tea", 3],
  ["cake", 5],
]);

// Before: the prices are in memory, and everything is a plain function.
const price = (item: string): number => prices.get(item) ?? 0;

const total = (items: string[]): number => {
  let sum = 0;
  for (const item of items) {
    sum += price(item);
  }
  return sum;
};

const receipt = (items: string[]): string => `to pay: ${total(items)}`;

// After: the price comes from elsewhere. Nobody asked the others to change.
async function fetchPrice(item: string): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  return prices.get(item) ?? 0;
}

async function totalAsync(items: string[]): Promise<number> {
  let sum = 0;
  for (const item of items) {
    sum += await fetchPrice(item);
  }
  return sum;
}

async function receiptAsync(items: string[]): Promise<string> {
  return `to pay: ${await totalAsync(items)}`;
}

async function main(): Promise<void> {
  const items = ["tea", "cake", "tea"];
  console.log("before,", receipt(items));
  console.log("after,", await receiptAsync(items));
}

await main();
