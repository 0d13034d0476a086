import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import lzString from "lz-string";
import { listExamples } from "../../src/examples/read-example.ts";
import { expect, Pane, test } from "./pane.ts";
import { search } from "./search.ts";
import { embeddedPages, formerPages } from "./shown-examples.ts";

const site = join(import.meta.dirname, "../../dist");
const withAddress = join(import.meta.dirname, "dist");
const htmlOf = (address: string): string => readFileSync(join(site, address, "index.html"), "utf8");

for (const [older, now] of [
  ["common-calls/", "together/"],
  ["common-calls/#wait", "together/#wait"],
  ["common-calls/#in-short", "together/#in-short"],
  ["common-calls/#timeout", "time-limits/#timeout"],
  ["common-calls/#example-exercise-3-patience", "time-limits/#example-exercise-3-patience"],
  ["common-calls/?from=elsewhere#shield", "time-limits/?from=elsewhere#shield"],
  ["common-calls/#%E0%A4%A", "together/#%E0%A4%A"],
  ["zh-cn/common-calls/", "zh-cn/together/"],
  ["zh-cn/common-calls/#waitfor", "zh-cn/time-limits/#waitfor"],
  ["synchronisation/#queue", "queues/#queue"],
  ["synchronisation/#example-backpressure", "queues/#example-backpressure"],
  ["zh-cn/synchronisation/#背压", "zh-cn/queues/#背压"],
  ["zh-cn/synchronisation/#%e8%83%8c%e5%8e%8b", "zh-cn/queues/#%e8%83%8c%e5%8e%8b"],
  ["synchronisation/", "synchronisation/"],
  ["synchronisation/#lock", "synchronisation/#lock"],
  ["synchronisation/#in-short", "synchronisation/#in-short"],
  ["zh-cn/synchronisation/#小结", "zh-cn/synchronisation/#小结"],
] as const) {
  test(`the address /${older} leads to /${now}`, async ({ page, baseURL }) => {
    await page.goto(older);
    const { href, hash } = new URL(now, baseURL);
    await expect(page).toHaveURL(href);
    await expect(page.locator("main h1")).toBeVisible();
    if (/^#[^%]/.test(now.slice(now.indexOf("#")))) {
      await expect(page.locator(`[id="${decodeURIComponent(hash.slice(1))}"]`)).toBeInViewport();
    }
  });
}

for (const [lesson, example, now] of [
  ["common-calls", "common-calls/timeout", "time-limits"],
  ["synchronisation", "synchronisation/backpressure", "queues"],
] as const) {
  test(`a link with code for a pane that was on /${lesson}/ opens it on /${now}/`, async ({
    page,
    baseURL,
  }) => {
    const code = lzString.compressToEncodedURIComponent(JSON.stringify({ "main.ts": "// mine\n" }));
    const older = new URL(`${lesson}/`, baseURL);
    older.hash = new URLSearchParams({ pane: example, version: "main.ts", code }).toString();
    await page.goto(older.href);
    await expect(page).toHaveURL(new RegExp(`/${now}/#pane=`));
    await expect(new Pane(page, example).editor).toHaveText("// mine");
  });
}

test("what has moved is found by who is on the page already", async ({ page, baseURL }) => {
  await page.goto("synchronisation/#lock");
  await page.evaluate(() => location.assign("#backpressure"));
  await expect(page).toHaveURL(new URL("queues/#backpressure", baseURL).href);
});

test.describe("with scripts switched off", () => {
  test.use({ javaScriptEnabled: false });

  test("an older address leads to the first of its lessons, and what has moved is a link away", async ({
    page,
    baseURL,
  }) => {
    for (const folder of ["", "zh-cn/"]) {
      await page.goto(`${folder}common-calls/`);
      await expect(page).toHaveURL(new URL(`${folder}together/`, baseURL).href);
      await page.goto(`${folder}synchronisation/#queue`);
      await page.locator("a[data-moved]").click();
      await expect(page).toHaveURL(new URL(`${folder}queues/`, baseURL).href);
    }
  });
});

test("no list has a page that only leads on", async ({ page }) => {
  for (const list of ["names.json", "llms.txt", "llms-full.txt"]) {
    expect(readFileSync(join(site, list), "utf8"), list).toContain("together");
    expect(readFileSync(join(site, list), "utf8"), list).not.toMatch(/common-calls\/("|\))/);
  }
  const map = join(withAddress, "sitemap-0.xml");
  if (existsSync(map)) {
    expect(readFileSync(map, "utf8")).toContain("/together/<");
    expect(readFileSync(map, "utf8")).not.toContain("/common-calls/<");
  }
  await page.goto("");
  const links = await search(page, "waiting for several things");
  const found = await links.evaluateAll((all) =>
    all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  );
  expect(found).toContain("/together/");
  expect(found).not.toContain("/common-calls/");
});

test("each page that leads on names its lessons, and listings and embedded panes lead to the lesson that shows them", () => {
  const pages = [
    ...formerPages(),
    ...embeddedPages(),
    ...listExamples().flatMap((path) => [`code/${path}/`, `zh-cn/code/${path}/`]),
  ];
  const astray = pages.flatMap((page) => {
    const links = [...htmlOf(page).matchAll(/<a href="\/([^"#]*)(?:#(example-[^"]*))?"/g)];
    const wrong = links.filter(
      ([, address = "", id]) => id !== undefined && !htmlOf(address).includes(`id="${id}"`),
    );
    return links.length === 0 ? [`${page}: no link`] : wrong.map(([link]) => `${page}: ${link}`);
  });
  expect(astray).toEqual([]);
});
