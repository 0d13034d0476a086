function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** Each page: how many seconds it takes, and where it leads. */
const site = new Map<string, [seconds: number, links: string[]]>([
  ["/", [0.2, ["/tea", "/coffee", "/cake"]]],
  ["/tea", [0.2, ["/", "/green", "/black"]]],
  ["/coffee", [0.4, ["/tea", "/unicorn"]]],
  ["/cake", [1, ["/coffee"]]],
  ["/green", [0.6, []]],
  ["/black", [0.4, []]],
]);
const overloaded = new Set(["/cake"]);

class Unavailable extends Error {}
class NotFound extends Error {}

let places = 2;
const waiting: (() => void)[] = [];

async function inAPlace<T>(job: () => Promise<T>): Promise<T> {
  if (places > 0) places--;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await job();
  } finally {
    const next = waiting.shift();
    if (next === undefined) places++;
    else next();
  }
}

/** Stands for a request: gives the links of the page. */
async function load(path: string): Promise<string[]> {
  const [seconds, links] = site.get(path) ?? [0.4, undefined];
  await sleep(seconds);
  if (links === undefined) throw new NotFound();
  if (overloaded.delete(path)) throw new Unavailable();
  return links;
}

async function loadPatiently(path: string): Promise<string[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inAPlace(() => load(path));
    } catch (error) {
      if (!(error instanceof Unavailable) || attempt === 3) throw error;
    }
    console.log(path, "once more");
    await sleep(0.2 * attempt);
  }
}

/** A page that cannot be had costs that page, and not the crawl. */
async function linksOf(path: string): Promise<string[] | undefined> {
  try {
    return await loadPatiently(path);
  } catch (error) {
    if (!(error instanceof Unavailable || error instanceof NotFound)) throw error;
    console.log(path, "is given up");
    return undefined;
  }
}

async function crawl(start: string): Promise<string[]> {
  const known = new Set([start]);
  const found: string[] = [];
  async function visit(path: string): Promise<void> {
    const links = await linksOf(path);
    if (links === undefined) return;
    console.log(path);
    found.push(path);
    const visits: Promise<void>[] = [];
    for (const link of links) {
      if (!known.has(link)) {
        known.add(link);
        visits.push(visit(link));
      }
    }
    await Promise.all(visits);
  }
  await visit(start);
  return found;
}

console.log("pages:", (await crawl("/")).length);
