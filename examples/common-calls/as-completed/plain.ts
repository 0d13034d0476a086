function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function fetchPage(name: string, delay: number, broken = false): Promise<string> {
  await sleep(delay);
  if (broken) {
    throw new Error(`${name} is down`);
  }
  return name;
}

/** Of those that are left, waits for the first, and takes it out. */
async function* asCompleted<T>(promises: Promise<T>[]): AsyncGenerator<PromiseSettledResult<T>> {
  const left = new Map(
    promises.map((promise, index) => {
      const outcome = Promise.allSettled([promise]).then(([settled]) => ({ index, settled }));
      return [index, outcome];
    }),
  );
  while (left.size > 0) {
    const { index, settled } = await Promise.race(left.values());
    left.delete(index);
    yield settled;
  }
}

async function main(): Promise<void> {
  const pages = [fetchPage("slow", 0.45), fetchPage("fast", 0.1), fetchPage("broken", 0.25, true)];
  for await (const page of asCompleted(pages)) {
    if (page.status === "fulfilled") {
      console.log("arrived:", page.value);
    } else {
      console.log(`failed: ${page.reason.message}`);
    }
  }
}

await main();
