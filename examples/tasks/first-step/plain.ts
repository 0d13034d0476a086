const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A promise has no name, and its function begins when it is called. */
async function cook(name: string, dish: string): Promise<void> {
  await turn(); // Puts off what would otherwise begin here and now.
  console.log(`${name}: begins with ${dish}`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  console.log(`${name}: ${dish} is ready`);
}

async function main(): Promise<void> {
  const soup = cook("left ring", "soup");
  const cake = cook("oven", "cake");
  console.log("main: both are scheduled");
  await turn();
  console.log("main: has given way once");
  await soup;
  await cake;
  console.log("main: both are done");
}

await main();
