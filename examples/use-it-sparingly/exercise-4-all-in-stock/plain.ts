const stock = new Map([
  ["tea", 3],
  ["cake", 0],
  ["milk", 1],
]);

async function isInStock(thing: string): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return (stock.get(thing) ?? 0) > 0;
}

async function offers(things: string[]): Promise<string[]> {
  // Find the bug: cake is sold out, and offered all the same.
  return things.filter(async (thing) => await isInStock(thing));
}

console.log("we have", (await offers(["tea", "cake", "milk"])).join(", "));
