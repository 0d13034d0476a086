function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

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
async function load(path: string): Promise<string[]> {
  const [seconds, links] = site.get(path) ?? [0, []];
  await sleep(seconds);
  return links;
}

async function crawl(start: string): Promise<string[]> {
  const known = new Set([start]);
  const found: string[] = [];
  async function visit(path: string): Promise<void> {
    const links = await load(path);
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
