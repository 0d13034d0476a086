const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function fail(): Promise<never> {
  await sleep(200);
  throw new Error("out of paper");
}

async function print(): Promise<void> {
  await sleep(400);
  console.log("printed all the same");
}

try {
  await Promise.all([fail(), print()]);
} catch (error) {
  console.log("all:", String(error));
}
