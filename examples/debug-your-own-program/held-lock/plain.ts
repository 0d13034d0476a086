function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** A lock as a chain of promises. */
let last: Promise<void> = Promise.resolve();
function withFile(body: () => Promise<void>): Promise<void> {
  const turn = last.then(body);
  last = turn.catch(() => {});
  return turn;
}

async function download(path: string, seconds: number): Promise<string> {
  await sleep(seconds); // the network
  return path;
}

async function append(page: string): Promise<void> {
  await sleep(0.05); // the disk
  console.log("saved", page);
}

async function crawl(path: string, seconds: number): Promise<void> {
  await withFile(async () => {
    await append(await download(path, seconds));
  });
}

const pages = Object.entries({ "/archive": 0.6, "/news": 0.4, "/about": 0.2 });
await Promise.all(pages.map(([path, seconds]) => crawl(path, seconds)));
