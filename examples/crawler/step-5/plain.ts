function sleep(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, seconds * 1000);
    signal.addEventListener("abort", stop, { once: true });
  });
}

/** Each page: how many seconds it takes, and where it leads. */
const site = new Map<string, [seconds: number, links: string[]]>([
  ["/", [0.2, ["/tea", "/coffee", "/cake"]]],
  ["/tea", [0.2, ["/", "/green", "/black"]]],
  ["/coffee", [0.4, ["/tea", "/unicorn"]]],
  ["/cake", [1, ["/coffee"]]],
  ["/green", [0.6, []]],
  ["/black", [60, []]],
]);
const overloaded = new Set(["/cake"]);

class Unavailable extends Error {}
class NotFound extends Error {}

let places = 2;
const waiting: (() => void)[] = [];

function place(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      waiting.splice(waiting.indexOf(enter), 1);
      reject(signal.reason);
    };
    const enter = () => {
      signal.removeEventListener("abort", stop);
      resolve();
    };
    waiting.push(enter);
    signal.addEventListener("abort", stop, { once: true });
  });
}

async function inAPlace<T>(signal: AbortSignal, job: () => Promise<T>): Promise<T> {
  if (places > 0) places--;
  else await place(signal);
  try {
    return await job();
  } finally {
    const next = waiting.shift();
    if (next === undefined) places++;
    else next();
  }
}

/** Stands for a request: gives the links of the page. */
async function load(path: string, signal: AbortSignal): Promise<string[]> {
  const [seconds, links] = site.get(path) ?? [0.4, undefined];
  await sleep(seconds, signal);
  if (links === undefined) throw new NotFound();
  if (overloaded.delete(path)) throw new Unavailable();
  return links;
}

function isWorthARetry(error: unknown): boolean {
  return error instanceof Unavailable || (error instanceof DOMException && error.name === "TimeoutError");
}

async function loadPatiently(path: string, signal: AbortSignal): Promise<string[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inAPlace(signal, () => load(path, AbortSignal.any([signal, AbortSignal.timeout(1200)])));
    } catch (error) {
      if (!isWorthARetry(error) || attempt === 3) throw error;
    }
    console.log(path, "once more");
    await sleep(0.2 * attempt, signal);
  }
}

/** A page that cannot be had costs that page, and not the crawl. */
async function linksOf(path: string, signal: AbortSignal): Promise<string[] | undefined> {
  try {
    return await loadPatiently(path, signal);
  } catch (error) {
    if (!(isWorthARetry(error) || error instanceof NotFound)) throw error;
    console.log(path, "is given up");
    return undefined;
  }
}

type Report = (text: string) => void;
async function crawl(start: string, found: string[], report: Report, signal: AbortSignal): Promise<void> {
  const known = new Set([start]);
  async function visit(path: string): Promise<void> {
    const links = await linksOf(path, signal);
    if (links === undefined) return;
    found.push(path);
    const visits: Promise<void>[] = [];
    for (const link of links) {
      if (!known.has(link)) {
        known.add(link);
        visits.push(visit(link));
      }
    }
    report(`${found.length} of ${known.size}: ${path}`);
    await Promise.all(visits);
  }
  await visit(start);
}

const found: string[] = [];
const stop = new AbortController();
const pressing = setTimeout(() => stop.abort(), 3200); // then somebody presses Stop
try {
  await crawl("/", found, console.log, stop.signal);
} catch (error) {
  if (error !== stop.signal.reason) throw error;
} finally {
  clearTimeout(pressing);
}
console.log("found:", found.join(" "));
