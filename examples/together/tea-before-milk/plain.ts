const sleep = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

async function prepare(what: string, seconds: number): Promise<string> {
  console.log(what, "is begun");
  await sleep(seconds);
  console.log(what, "is ready");
  return what;
}

async function main(): Promise<void> {
  for (const what of await Promise.all([prepare("tea", 0.4), prepare("milk", 0.2)])) {
    console.log(what, "is poured");
  }
}

await main();
