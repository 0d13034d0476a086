function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** Each page: how many seconds it takes, and where it leads. */
const site = new Map<string, [seconds: number, links: string[]]>([
  ["/", [0.2, ["/tea", "/coffee", "/tea", "/cake"]]],
  ["/tea", [0.2, ["/", "/green", "/black"]]],
  ["/coffee", [0.4, ["/cake", "/black"]]],
  ["/cake", [1, ["/coffee"]]],
  ["/green", [0.6, []]],
  ["/black", [0.4, []]],
]);

let loads = 0;

/** Stands for a request: gives the links of the page. */
async function load(path: string): Promise<string[]> {
  loads++;
  const [seconds, links] = site.get(path) ?? [0, []];
  await sleep(seconds);
  return links;
}

// Find the bug: some pages are loaded more than once.
async function crawl(start: string): Promise<string[]> {
  const known = new Set<string>();
  const found: string[] = [];
  async function visit(path: string): Promise<void> {
    const links = await load(path);
    known.add(path);
    found.push(path);
    await Promise.all(links.filter((link) => !known.has(link)).map(visit));
  }
  await visit(start);
  return found;
}

const found = await crawl("/");
console.log("pages:", found.length, "loads:", loads);
console.log(found.sort().join(" "));
