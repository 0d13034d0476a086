import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { listExamples, readExample } from "../../src/examples/read-example.ts";
import { expect, test } from "./pane.ts";
import { search } from "./search.ts";
import { builtPages } from "./shown-examples.ts";

/** The site below a path is built with its address, the other one without. */
const withAddress = join(import.meta.dirname, "dist");
const without = join(import.meta.dirname, "../../dist");
const home = "http://localhost:4332/docs/";

/** The addresses of what is found. */
async function find(page: Page, words: string): Promise<string[]> {
  const links = await search(page, words);
  return links.evaluateAll((found) =>
    found.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  );
}

for (const [words, page] of [
  ["cancellation", "/cancellation/"],
  ["event loop", "/event-loop/"],
  ["asCompleted", "/together/"],
] as const) {
  test(`a search for ${words} finds its page`, async ({ page: tab }) => {
    await tab.goto("");
    expect((await find(tab, words)).join(" ")).toContain(page);
  });
}

// Each stands in the middle of sentences, which Chinese writes without spaces.
for (const [words, page] of [
  ["任务", "/zh-cn/tasks/"],
  ["事件循环", "/zh-cn/event-loop/"],
  ["取消", "/zh-cn/cancellation/"],
] as const) {
  test(`a search for ${words} finds its page, and Chinese pages only`, async ({ page: tab }) => {
    await tab.goto("zh-cn/");
    const found = await find(tab, words);
    expect(found.join(" ")).toContain(page);
    expect(found.filter((address) => !address.startsWith("/zh-cn/"))).toEqual([]);
  });
}

for (const { asked, heading, suggested } of [
  { asked: "structured-concurency/", heading: "Page not found", suggested: "structured-concurrency/" },
  { asked: "lessons/cancelation.html", heading: "Page not found", suggested: "cancellation/" },
  { asked: "docs/gather", heading: "Page not found", suggested: "api/waiting/#gather" },
  { asked: "zh-cn/cancelation/", heading: "找不到页面", suggested: "zh-cn/cancellation/" },
]) {
  test(`whoever asks for /${asked} is led to /${suggested}`, async ({ page }) => {
    // As hosts do it: the page for missing addresses is sent in the place of the one that was asked for.
    await page.route(`**/${asked}`, (route) =>
      route.fulfill({ status: 404, contentType: "text/html", path: join(without, "404.html") }),
    );
    await page.goto(asked);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(page.locator('not-found-page [data-part="nearest"]:visible a').first()).toHaveAttribute(
      "href",
      `/${suggested}`,
    );
  });
}

test.describe("with scripts switched off", () => {
  test.use({ javaScriptEnabled: false });

  test("the page for missing addresses leads on, in both languages", async ({ page }) => {
    await page.goto("404.html");
    for (const name of ["The front page", "The first lesson", "首页", "第一课"]) {
      await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
    }
  });
});

function headOf(page: string): string {
  return readFileSync(join(withAddress, page, "index.html"), "utf8").split("</head>")[0] ?? "";
}

test("a page names its own address, the one in the other language, its image and the feed", async () => {
  const head = headOf("zh-cn/tasks/");
  expect(head).toContain(`<link rel="canonical" href="${home}zh-cn/tasks/"`);
  expect(head).toContain(`hreflang="en" href="${home}tasks/"`);
  expect(head).toContain(`hreflang="zh-CN" href="${home}zh-cn/tasks/"`);
  expect(head).toContain(`hreflang="x-default" href="${home}tasks/"`);
  expect(head).toContain(`property="og:image" content="${home}og/zh-cn/tasks.png"`);
  expect(head).toContain('property="og:locale" content="zh_CN"');
  expect(headOf("tasks/")).toContain('property="og:locale" content="en_GB"');
  expect(head).toContain(`href="${home}changes.xml"`);
});

test("every page has an image of the size that it names, and no two titles the same one", async () => {
  const images = builtPages()
    .filter((page) => !/404\/$|^code\//.test(page))
    .map((page) => {
      const [, address = ""] = /property="og:image" content="([^"]+)"/.exec(headOf(page)) ?? [];
      expect(address, page).toContain(home);
      return { page, file: join(withAddress, address.slice(home.length)) };
    });
  expect(images.length).toBeGreaterThan(40);
  const bytes = images.map(({ file }) => readFileSync(file).toString("base64"));
  expect(new Set(bytes).size).toBe(images.length);
  const { width, height, format } = await sharp(images[0]?.file).metadata();
  expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: "png" });
});

test("an image has a letter of every language's title on it", async () => {
  for (const page of ["tasks", "zh-cn/tasks"]) {
    // Where the title stands there is white on the dark ground.
    const title = sharp(join(withAddress, `og/${page}.png`)).extract({
      left: 72,
      top: 160,
      width: 300,
      height: 120,
    });
    const { channels } = await title.stats();
    expect(channels[0]?.max, page).toBeGreaterThan(240);
    expect(channels[0]?.min, page).toBeLessThan(40);
  }
});

test("the map of the site names every page in both languages, and none that leads nowhere", () => {
  const map = readFileSync(join(withAddress, "sitemap-0.xml"), "utf8");
  const named = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) =>
    address.slice(home.length),
  );
  expect(named.sort()).toEqual(
    builtPages()
      .filter((page) => !/404\/$|^code\//.test(page))
      .sort(),
  );
  expect(map).toContain(`hreflang="zh-CN" href="${home}zh-cn/tasks/"`);
});

test("the feed has an entry for each version of the changelog", () => {
  const feed = readFileSync(join(withAddress, "changes.xml"), "utf8");
  const versions = readFileSync("CHANGELOG.md", "utf8").match(/^## .*$/gm) ?? [];
  expect(feed.match(/<item>/g)).toHaveLength(versions.length);
  expect(feed).toContain(`<link>${home}changes/#unreleased</link>`);
  expect(feed).toContain(`<atom:link href="${home}changes.xml" rel="self"`);
  expect(readFileSync(join(withAddress, "changes/index.html"), "utf8")).toContain('id="unreleased"');
});

test("the lists for language models name every page, and hold the code of the examples", () => {
  const list = readFileSync(join(without, "llms.txt"), "utf8");
  const addresses = [...list.matchAll(/\]\(([^)]+)\)/g)].map(([, address = ""]) => address.slice(1));
  expect(addresses.toSorted()).toEqual(
    builtPages()
      .filter((page) => !/^$|^zh-cn\/$|404\/$|^code\//.test(page))
      .sort(),
  );
  expect(addresses.slice(0, 2), "in reading order").toEqual(["from-await-to-yield/", "why-async/"]);
  const whole = readFileSync(join(without, "llms-full.txt"), "utf8");
  expect(whole).toContain("function* sayAfter");
  expect(whole).toContain("hello\nworld\n");
  expect(whole).not.toMatch(/<Example|<Term|<summary|^import .* from "~/m);
  for (const { files } of listExamples().map((path) => readExample(path))) {
    expect(whole).toContain(files[0]?.code.trimEnd());
  }
  expect(whole).toContain("- **event loop**: What decides");
});

test("without an address nothing claims to know one", () => {
  const page = readFileSync(join(without, "tasks/index.html"), "utf8");
  expect(page).not.toMatch(/rel="canonical"|hreflang="x-default"|og:image|changes\.xml/);
  expect(existsSync(join(without, "sitemap-index.xml"))).toBe(false);
});
