/**
 * How the time of a build grows with the number of pages. Copies the project below itself, fills it with copies of its
 * own pages, builds it, and compares seconds. Fails when a larger site takes longer than in proportion.
 *
 * Usage: node benchmarks/site/build-times.ts [PAGES ...]      (12 200 1000 if none is given)
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const house = join(import.meta.dirname, "../..");
const parts = readdirSync(house).filter(
  (name) => !/^(content|dist|node_modules|test-results|benchmarks|tests|\.git|\.astro)$/.test(name),
);
const sizes = process.argv.slice(2).map(Number);
const measured = (sizes.length > 0 ? sizes : [12, 200, 1000]).map((pages) => ({
  pages,
  seconds: build(pages),
}));

let isLinear = true;
for (const [index, { pages, seconds }] of measured.entries()) {
  const before = measured[index - 1];
  const growth = before && { pages: pages / before.pages, time: seconds / before.seconds };
  const compared = growth
    ? `, ${growth.pages.toFixed(1)} times the pages in ${growth.time.toFixed(1)} times the time`
    : "";
  console.log(`${pages} pages: ${seconds.toFixed(1)} s${compared}`);
  isLinear &&= growth === undefined || growth.time <= growth.pages;
}
if (!isLinear) {
  console.log("The build grows faster than the site.");
  process.exitCode = 1;
}

/** Builds a site of so many pages, half of them Chinese, and gives the seconds that it took. */
function build(pages: number): number {
  mkdirSync(join(house, "test-results"), { recursive: true });
  const copy = mkdtempSync(join(house, "test-results/pages-"));
  try {
    for (const part of parts) {
      cpSync(join(house, part), join(copy, part), {
        recursive: true,
        filter: (file) => !/node_modules/.test(file),
      });
    }
    copyPages(copy, pages);
    return timeBuild(copy, pages);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** Copies the project's pages under new names, one after the other and round again. */
function copyPages(copy: string, pages: number): void {
  const sources = readdirSync(join(house, "content")).filter((name) => /^(?!index|404).*\.mdx$/.test(name));
  mkdirSync(join(copy, "content/zh-cn"), { recursive: true });
  for (let page = 0; page < pages; page++) {
    const folder = page % 2 === 0 ? "content" : "content/zh-cn";
    const name = sources[Math.floor(page / 2) % sources.length] ?? "";
    const text = readFileSync(join(house, folder, name), "utf8");
    writeFileSync(join(copy, folder, `${Math.floor(page / 2)}-${name}`), text);
  }
}

function timeBuild(copy: string, pages: number): number {
  const words = ["--env-file=astro.env", join(house, "node_modules/astro/bin/astro.mjs"), "build"];
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: copy, encoding: "utf8" });
  if (status !== 0) {
    throw new Error(`The build of ${pages} pages failed:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  }
  return (performance.now() - start) / 1000;
}
