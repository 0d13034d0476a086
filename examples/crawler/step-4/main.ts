import { type Coroutine, run, Semaphore, sleep, TimeoutError, taskGroup, timeout } from "asyncio-ts";

/** Each page: how many seconds it takes, and where it leads. */
const site = new Map<string, [seconds: number, links: string[]]>([
  ["/", [0.2, ["/tea", "/coffee", "/cake"]]],
  ["/tea", [0.2, ["/", "/green", "/black"]]],
  ["/coffee", [0.4, ["/tea", "/unicorn"]]],
  ["/cake", [1, ["/coffee"]]],
  ["/green", [0.6, []]],
  ["/black", [60, []]],
]);
const places = new Semaphore(2);
const overloaded = new Set(["/cake"]);

class Unavailable extends Error {}
class NotFound extends Error {}

/** Stands for a request: gives the links of the page. */
function* load(path: string): Coroutine<string[]> {
  const [seconds, links] = site.get(path) ?? [0.4, undefined];
  yield* sleep(seconds);
  if (links === undefined) throw new NotFound();
  if (overloaded.delete(path)) throw new Unavailable();
  return links;
}

function isWorthARetry(error: unknown): boolean {
  return error instanceof Unavailable || error instanceof TimeoutError;
}

function* loadPatiently(path: string): Coroutine<string[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return yield* places.with(() => timeout(1.2, () => load(path)));
    } catch (error) {
      if (!isWorthARetry(error) || attempt === 3) throw error;
    }
    console.log(path, "once more");
    yield* sleep(0.2 * attempt);
  }
}

/** A page that cannot be had costs that page, and not the crawl. */
function* linksOf(path: string): Coroutine<string[] | undefined> {
  try {
    return yield* loadPatiently(path);
  } catch (error) {
    if (!(isWorthARetry(error) || error instanceof NotFound)) throw error;
    console.log(path, "is given up");
    return undefined;
  }
}

function* crawl(start: string): Coroutine<string[]> {
  const known = new Set([start]);
  const found: string[] = [];
  yield* taskGroup(function* (group) {
    function* visit(path: string): Coroutine<void> {
      const links = yield* linksOf(path);
      if (links === undefined) return;
      console.log(path);
      found.push(path);
      for (const link of links) {
        if (!known.has(link)) {
          known.add(link);
          group.createTask(visit(link));
        }
      }
    }
    group.createTask(visit(start));
  });
  return found;
}

console.log("pages:", (await run(crawl("/"))).length);
