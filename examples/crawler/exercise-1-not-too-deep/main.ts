import { type Coroutine, run, sleep, taskGroup } from "asyncio-ts";

/** Each page: how many seconds it takes, and where it leads. */
const site = new Map<string, [seconds: number, links: string[]]>([
  ["/", [0.2, ["/tea", "/coffee", "/cake"]]],
  ["/tea", [0.2, ["/", "/green", "/black"]]],
  ["/coffee", [0.4, ["/tea"]]],
  ["/cake", [1, ["/coffee"]]],
  ["/green", [0.6, []]],
  ["/black", [0.4, []]],
]);

/** Stands for a request: gives the links of the page. */
function* load(path: string): Coroutine<string[]> {
  console.log("loads", path);
  const [seconds, links] = site.get(path) ?? [0, []];
  yield* sleep(seconds);
  return links;
}

// Change this: it must not go further than one link from the start.
function* crawl(start: string): Coroutine<string[]> {
  const known = new Set([start]);
  const found: string[] = [];
  yield* taskGroup(function* (group) {
    function* visit(path: string): Coroutine<void> {
      const links = yield* load(path);
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
console.log("pages:", (await run(crawl("/coffee"))).length);
