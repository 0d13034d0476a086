let user = "nobody";

async function readCart(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return `cart of ${user}`;
}

async function handle(name: string): Promise<string> {
  // Find the bug: two requests at once, and one gets the other's cart.
  user = name;
  return await readCart();
}

for (const answer of await Promise.all([handle("Ada"), handle("Grace")])) console.log(answer);
