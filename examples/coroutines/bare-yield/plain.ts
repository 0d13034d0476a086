/** Each `await null` lets everything else run that is ready in the queue of microtasks. */
async function giveWay(times: number): Promise<string> {
  for (let time = 0; time < times; time++) {
    await null;
  }
  return `gave way ${times} times`;
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
