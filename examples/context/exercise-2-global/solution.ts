async function readCart(user: string): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return `cart of ${user}`;
}

async function handle(name: string): Promise<string> {
  return await readCart(name);
}

for (const answer of await Promise.all([handle("Ada"), handle("Grace")])) console.log(answer);
