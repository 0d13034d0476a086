async function brew(drink: string): Promise<void> {
  console.log(drink, "is begun");
  await new Promise((resolve) => setTimeout(resolve, 100));
  console.log(drink, "is ready");
}

const drinks: unknown[] = [];
for (const drink of ["tea", "coffee"]) {
  // Find the bug: the coffee is begun only when the tea is ready.
  drinks.push(await brew(drink));
}
await Promise.all(drinks);
console.log("both are served");
