async function brew(drink: string): Promise<void> {
  console.log(drink, "is begun");
  await new Promise((resolve) => setTimeout(resolve, 100));
  console.log(drink, "is ready");
}

const drinks: Promise<void>[] = [];
for (const drink of ["tea", "coffee"]) {
  drinks.push(brew(drink));
}
await Promise.all(drinks);
console.log("both are served");
