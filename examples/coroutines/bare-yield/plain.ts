/** Each `await null` lets everything else run that is ready in the queue of microtasks. */
async function giveWay(turns: number): Promise<string> {
  for (let turn = 0; turn < turns; turn++) {
    await null;
  }
  return `gave way ${turns} times`;
}

async function count(name: string, upto: number): Promise<void> {
  for (let number = 1; number <= upto; number++) {
    console.log(name, number);
    await giveWay(1);
  }
}

async function main(): Promise<void> {
  const ticks = count("tick", 3);
  const tocks = count("tock", 3);
  console.log(await giveWay(2));
  await Promise.all([ticks, tocks]);
}

await main();
