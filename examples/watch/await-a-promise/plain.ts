const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function makeTea(): Promise<string> {
  console.log("the kettle is on");
  await sleep(200);
  return "tea";
}

async function breakfast(): Promise<void> {
  const drink = await makeTea();
  console.log("on the table:", drink);
}

await breakfast();
