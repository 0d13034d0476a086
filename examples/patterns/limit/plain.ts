let running = 0;
let most = 0;

async function download(page: number): Promise<string> {
  running++;
  most = Math.max(most, running);
  await new Promise((resolve) => setTimeout(resolve, 100));
  running--;
  return `page ${page}`;
}

/** So many workers share one iterator: whoever is free takes the next item. */
async function mapAtMost<T, R>(limit: number, items: T[], job: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const entries = items.entries();
  async function work(): Promise<void> {
    for (const [index, item] of entries) results[index] = await job(item);
  }
  await Promise.all(Array.from({ length: limit }, work));
  return results;
}

const pages = await mapAtMost(2, [1, 2, 3, 4, 5], download);
console.log(pages.join(", "));
console.log("most at once:", most);
