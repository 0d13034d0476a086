// Find the bug: the bill is handed over before the prices are there.

const bill = new Map<string, number>();

async function readPrice(item: string): Promise<number> {
  await Promise.resolve();
  return item.length;
}

async function addAll(items: string[]): Promise<void> {
  items.forEach(async (item) => {
    bill.set(item, await readPrice(item));
  });
}

await addAll(["tea", "milk", "bread"]);
console.log("on the bill:", [...bill.keys()].join(", ") || "nothing");
