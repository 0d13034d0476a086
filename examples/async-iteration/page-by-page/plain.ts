const sleep = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

async function* pages(): AsyncGenerator<number> {
  for (const page of [1, 2]) {
    await sleep(0.6);
    console.log("loaded: page", page);
    yield page;
  }
}

for await (const page of pages()) {
  console.log("opened: page", page);
  await sleep(0.9);
  console.log("read: page", page);
}
