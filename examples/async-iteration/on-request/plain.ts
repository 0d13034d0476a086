function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function* pages(): AsyncGenerator<number> {
  for (let page = 1; page <= 3; page++) {
    console.log("load page", page);
    await sleep(0.2);
    yield page;
  }
}

async function* titles(): AsyncGenerator<string> {
  for await (const page of pages()) {
    yield `title of page ${page}`;
  }
}

for await (const title of titles()) {
  console.log("read", title);
  await sleep(0.4);
}
