import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Frame, Page } from "@playwright/test";
import { readExample } from "../../src/examples/read-example.ts";
import { labelsFor } from "../../src/playground/labels.ts";
import { compressed, kilobyte } from "./compressed.ts";
import { denyStorage } from "./deny-storage.ts";
import { findPoorContrast, findViolations } from "./find-violations.ts";
import { test as base, expect, Pane } from "./pane.ts";
import { shownExamples } from "./shown-examples.ts";

const site = join(import.meta.dirname, "../../dist");
const path = "coroutines/bare-yield";
const other = "coroutines/say-after";

interface Elsewhere {
  /** The address of this site. */
  readonly home: string;
  /** Serves pages at another origin, under the strictest policy that lets the element work; answers where. */
  readonly serveElsewhere: (pages: Readonly<Record<string, string>>) => Promise<string>;
}

const test = base.extend<Elsewhere>({
  home: async ({ baseURL }, use) => use(baseURL ?? ""),
  // There the pages of another origin are served.
  proxy: async ({ proxy }, use) => use(proxy && { ...proxy, bypass: `${proxy.bypass},127.0.0.1` }),
  serveElsewhere: async ({ home }, use) => {
    const { origin } = new URL(home);
    let pages: Readonly<Record<string, string>> = {};
    const server = createServer((request, response) => {
      const html = pages[request.url ?? ""];
      response.writeHead(html === undefined ? 404 : 200, {
        "content-type": "text/html",
        "content-security-policy": `default-src 'none'; script-src ${origin}; frame-src 'self' ${origin}`,
      });
      response.end(html);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await use(async (given) => {
      pages = given;
      return `${elsewhere}/`;
    });
    server.closeAllConnections();
    server.close();
  },
});

const element = (src: string, attributes = "", link = "") =>
  `<asyncio-example src="${src}" ${attributes}>${link}</asyncio-example>`;

const hostPage = (home: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page elsewhere</title><script src="${home}embed.js" async></script><h1>Elsewhere</h1>${body}`;

/** The frame of the element, once it has said how high it is. */
async function frameOf(page: Page, nth = 0): Promise<Frame> {
  const iframe = page.locator("asyncio-example").nth(nth).locator("iframe");
  await iframe.evaluate((hidden) => hidden.scrollIntoView());
  await expect(page.locator("asyncio-example").nth(nth).locator("slot")).toHaveAttribute("hidden");
  const frame = await (await iframe.elementHandle())?.contentFrame();
  if (frame == null) {
    throw new Error("The element has no frame.");
  }
  return frame;
}

/** Waits until the frame is as high as what it shows, in whole pixels. */
async function fits(page: Page, frame: Frame, nth = 0): Promise<void> {
  await expect
    .poll(async () => {
      const { height = 0 } = (await page.locator("asyncio-example iframe").nth(nth).boundingBox()) ?? {};
      return height - (await frame.evaluate(() => document.documentElement.getBoundingClientRect().height));
    })
    .toBeLessThan(1);
  expect(await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
}

function watchComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

test("two examples run in a page of another origin, under a strict policy; heights fit, and theme and language follow", async ({
  page,
  home,
  serveElsewhere,
}) => {
  const complaints = watchComplaints(page);
  const link = `<a href="${home}">The fallback</a>`;
  const elsewhere = await serveElsewhere({
    "/": hostPage(home, element(path, 'theme="light"', link) + element(other, 'lang="zh-CN" theme="dark"')),
  });
  await page.goto(elsewhere);

  const first = await frameOf(page);
  const entries = await page.evaluate(() => history.length);
  await fits(page, first);
  await expect(page.getByRole("link", { name: "The fallback" })).toBeHidden();
  await expect(page.locator("iframe").first()).toHaveAttribute("title", "The fallback");
  const pane = new Pane(first, path);
  await pane.run();
  await pane.hasPrinted(readExample(path).output);
  await fits(page, first);

  const second = await frameOf(page, 1);
  expect(await second.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
  const chinese = new Pane(second, other);
  await chinese.element.locator('[data-action="run"]').click();
  await chinese.hasState("done");
  await chinese.hasPrintedOnStandardOutput(readExample(other).output);
  await fits(page, second, 1);

  const background = (frame: Frame) =>
    frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const [light, dark] = [await background(first), await background(second)];
  expect(light).not.toBe(dark);
  await page
    .locator("asyncio-example")
    .first()
    .evaluate((embedded) => embedded.setAttribute("theme", "dark"));
  await expect.poll(() => background(first)).toBe(dark);
  // It is the same page still, with its run.
  await pane.hasState("done");

  await page
    .locator("asyncio-example")
    .first()
    .evaluate((embedded) => {
      embedded.setAttribute("lang", "zh-CN");
    });
  const third = await frameOf(page);
  expect(third.url()).toContain("/zh-cn/embed/");
  await expect(third.locator('[data-action="run"]')).toHaveText("运行");
  expect(await background(third)).toBe(dark);
  await page
    .locator("asyncio-example")
    .first()
    .evaluate((embedded, src) => embedded.setAttribute("src", src), other);
  const fourth = await frameOf(page);
  await expect(fourth.locator(`[data-example="${other}"]`)).toBeVisible();
  await fits(page, fourth);
  // Back leads to where the reader came from, and not through the frames.
  expect(await page.evaluate(() => history.length)).toBe(entries);
  expect(complaints).toEqual([]);
});

test("an element that is moved keeps its theme, and takes the language of what its shadow root stands in", async ({
  page,
  home,
  serveElsewhere,
}) => {
  const complaints = watchComplaints(page);
  page.on("console", (message) => message.type() === "warning" && complaints.push(message.text()));
  const elsewhere = await serveElsewhere({
    "/": hostPage(home, `<div lang="zh-CN"></div>${element(path, 'theme="light"')}`),
  });
  await page.goto(elsewhere);
  await frameOf(page);
  await page.locator("asyncio-example").evaluate((embedded) => {
    embedded.setAttribute("theme", "dark");
    const root = document.querySelector("div")?.attachShadow({ mode: "open" });
    root?.append(embedded);
  });
  const moved = await frameOf(page);
  expect(moved.url()).toContain("/zh-cn/embed/");
  await expect(moved.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(complaints).toEqual([]);
});

test("a height is believed of the element's own frame only, and within bounds", async ({
  page,
  home,
  serveElsewhere,
}) => {
  const elsewhere = await serveElsewhere({
    "/": hostPage(
      home,
      `${element(path)}<iframe src="/other"></iframe><iframe src="${home}embed/${other}/"></iframe>`,
    ),
    "/other": "<!doctype html><title>other</title>",
  });
  await page.goto(elsewhere);
  const frame = await frameOf(page);
  await fits(page, frame);
  const iframe = page.locator("asyncio-example iframe");
  const heightOf = async () => (await iframe.boundingBox())?.height;
  const own = await heightOf();

  const say = (from: Page | Frame, height: unknown, type = "asyncio-example") =>
    from.evaluate((message) => parent.postMessage(message, "*"), { type, height });
  const strangers = page.frames().filter((one) => one !== frame && one.parentFrame() === page.mainFrame());
  expect(strangers).toHaveLength(2);
  for (const stranger of [page, ...strangers]) {
    await say(stranger, 3_000);
  }
  for (const nonsense of ["3000", null, Number.NaN, Number.POSITIVE_INFINITY, { valueOf: 3_000 }]) {
    await say(frame, nonsense);
  }
  await say(frame, 3_000, "another");
  expect(await heightOf()).toBe(own);

  await say(frame, 1e9);
  await expect.poll(heightOf).toBe(8_000);
  await say(frame, -1);
  await expect.poll(heightOf).toBe(80);
});

test("what has no example of that name shows what the element holds, and so does one that is refused", async ({
  page,
  home,
  serveElsewhere,
}) => {
  const link = (name: string) => `<a href="${home}">${name}</a>`;
  const elsewhere = await serveElsewhere({
    "/": hostPage(
      home,
      element("//evil.test/x", "", link("first")) +
        element("../x", "", link("second")) +
        element("no/such", "", link("third")),
    ),
  });
  await page.goto(elsewhere);
  await expect(page.locator("asyncio-example").nth(2).locator("iframe")).toBeAttached();
  for (const name of ["first", "second", "third"]) {
    await expect(page.getByRole("link", { name })).toBeVisible();
  }
  await expect(page.locator("iframe")).toHaveCount(1);
  // The link stands alone, and not on top of what the server says of a page that is not there.
  const inTheMiddle = await page
    .locator("asyncio-example")
    .nth(2)
    .evaluate((embedded) => {
      embedded.scrollIntoView();
      const { left, top, width, height } = embedded.getBoundingClientRect();
      return embedded.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2)?.tagName;
    });
  expect(inTheMiddle).not.toBe("IFRAME");
});

for (const { lang, lesson } of [
  { lang: "en", lesson: "coroutines/" },
  { lang: "zh-CN", lesson: "zh-cn/coroutines/" },
]) {
  test(`what the menu of ${lesson} copies works in a file, and leads back`, async ({
    page,
    context,
    home,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const labels = labelsFor(lang);
    await page.goto(lesson);
    const pane = new Pane(page, path);
    await pane.element.locator("summary", { hasText: labels.more }).click();
    await pane.element.getByRole("button", { name: labels.embed, exact: true }).click();
    await expect(pane.status).toHaveText(labels.embedded);
    const html = await page.evaluate(() => navigator.clipboard.readText());

    const folder = mkdtempSync(join(tmpdir(), "asyncio-ts-embed-"));
    const file = join(folder, "page.html");
    writeFileSync(file, `<!doctype html><title>A file</title>\n${html}`);
    const address = pathToFileURL(file).href;
    await page.goto(address);
    const frame = await frameOf(page);
    const embedded = new Pane(frame, path);
    await embedded.element.locator('[data-action="run"]').click();
    await embedded.hasState("done");
    await embedded.hasPrinted(readExample(path).output);
    rmSync(folder, { recursive: true });

    await embedded.element.locator("summary", { hasText: labels.more }).click();
    await fits(page, frame);
    const [opened] = await Promise.all([
      context.waitForEvent("page"),
      embedded.element.getByRole("link", { name: labels.toLesson, exact: true }).click(),
    ]);
    expect(opened.url()).toBe(`${home}${lesson}#example-bare-yield`);
  });
}

test("an embedded pane edits without a storage, and Reset is pressed twice, as nobody may be asked there", async ({
  page,
  context,
  home,
  serveElsewhere,
}) => {
  const complaints = watchComplaints(page);
  await denyStorage(context);
  const elsewhere = await serveElsewhere({ "/": hostPage(home, element(path)) });
  await page.goto(elsewhere);
  const pane = new Pane(await frameOf(page), path);
  await pane.replaceCode('console.log("edited");');
  await pane.run();
  await pane.hasPrinted("edited\n");
  await pane.press("Reset");
  await expect(pane.message).toHaveText(labelsFor("en").resetAgain);
  await expect(pane.editor).toHaveText('console.log("edited");');
  // Who edits on has not meant it.
  await pane.editor.press("Control+End");
  await page.keyboard.type(" // on");
  await expect(pane.message).toHaveText("");
  await pane.press("Reset");
  await expect(pane.message).toHaveText(labelsFor("en").resetAgain);
  await expect(pane.editor).toContainText("// on");
  // Nor has who edits another version.
  await pane.choose("async/await");
  await pane.editor.fill('console.log("another");');
  await pane.choose("asyncio-ts");
  await pane.press("Reset");
  await expect(pane.editor).toContainText("// on");
  await pane.press("Reset");
  await expect(pane.editor).toContainText("giveWay");
  expect(complaints).toEqual([]);
});

test("a link shared from an embedded pane leads to its lesson", async ({ page, context, home }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`embed/${path}/`);
  const pane = new Pane(page, path);
  await pane.element.locator("summary", { hasText: "More" }).click();
  await pane.element.getByRole("button", { name: "Copy link to this code", exact: true }).click();
  await expect(pane.status).toContainText("Link copied");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain(`${home}coroutines/#pane=`);
  expect(new URL(page.url()).hash).toBe("");
});

test.describe("with scripts switched off", () => {
  test.use({ javaScriptEnabled: false });

  for (const [address, lesson] of [
    [`embed/${path}/`, "Coroutines, tasks and futures"],
    ["zh-cn/embed/coroutines/exercise-1-all-at-once/", "协程"],
  ]) {
    test(`/${address} shows the code and a link`, async ({ page }) => {
      await page.goto(address ?? "");
      await expect(page.locator(".pane-file:visible code")).toContainText("function");
      await expect(page.locator(".embed-lesson").getByRole("link")).toContainText(lesson ?? "");
      await expect(page.getByRole("button")).toHaveCount(0);
    });
  }
});

test("Python runs in an embedded pane, and its code goes to the clipboard", async ({
  page,
  context,
  home,
  serveElsewhere,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const elsewhere = await serveElsewhere({ "/": hostPage(home, element(other)) });
  await page.goto(elsewhere);
  const frame = await frameOf(page);
  const pane = new Pane(frame, other);
  await pane.choose("Python");
  await pane.pressRun();
  await pane.hasState("done");
  await pane.hasPrintedOnStandardOutput(readExample(other).output);
  await pane.press("Copy");
  await expect(pane.message).toHaveText(labelsFor("en").copied);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(readExample(other).files.find(({ name }) => name === "main.py")?.code);
});

test("an embedded pane is open to everybody in either theme, and fits into a narrow column", async ({
  page,
}) => {
  for (const theme of ["light", "dark"]) {
    await page.goto(`embed/${path}/?theme=${theme}`);
    await page.waitForLoadState("networkidle");
    expect(await findViolations(page, "html")).toEqual([]);
    expect(await findPoorContrast(page, "html")).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 600 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test("each example has its page, which is light and no searcher's; the element is at most 3 kB", async ({
  page,
}) => {
  for (const example of [...shownExamples().values()].flat()) {
    for (const folder of ["", "zh-cn/"]) {
      const html = readFileSync(join(site, folder, "embed", example, "index.html"));
      expect(compressed(html), example).toBeLessThanOrEqual(4 * kilobyte);
      expect(html.toString()).toContain('<meta name="robots" content="noindex">');
    }
  }
  expect(readFileSync(join(site, "embed.js")).length).toBeLessThanOrEqual(3 * kilobyte);
  for (const file of ["service-worker.js", "llms.txt", "llms-full.txt", "names.json"]) {
    expect(readFileSync(join(site, file), "utf8"), file).not.toMatch(/\bembed(\.js|\/\w)/);
  }
  const kept = readdirSync(join(site, "_astro")).filter((name) => name.startsWith("embedded-example."));
  expect(kept.length).toBeGreaterThan(0);

  const weights: Promise<number>[] = [];
  page.on("response", (response) => {
    if (/\.(js|css)$/.test(response.url())) {
      weights.push(response.body().then(compressed));
    }
  });
  await page.goto(`embed/${path}/`);
  await page.waitForLoadState("networkidle");
  const weight = (await Promise.all(weights)).reduce((sum, each) => sum + each, 0);
  expect(weight / kilobyte).toBeGreaterThan(20);
  expect(weight / kilobyte).toBeLessThanOrEqual(23);
});
