import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import lzString from "lz-string";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import { momentLabels } from "../../src/playground/sharing/moment-labels.ts";
import { findViolations } from "./find-violations.ts";
import { expect, Pane, test } from "./pane.ts";

const path = "coroutines/bare-yield";
/** One whose view is open. */
const walked = "coroutines/say-after-tasks";

async function choose(pane: Pane, name: string): Promise<void> {
  await pane.element.locator("summary", { hasText: "More" }).click();
  await pane.element.getByRole("button", { name, exact: true }).click();
}

test.beforeEach(async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("coroutines/");
});

test("a shared link opens the edited code, says so, and runs nothing by itself", async ({
  page,
  context,
}) => {
  const pane = new Pane(page, path);
  await pane.replaceCode('console.log("shared, 你好 & <b>");');
  await choose(pane, "Copy link to this code");
  await expect(pane.status).toContainText("Link copied");
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await context.newPage();
  await other.goto(link);
  const opened = new Pane(other, path);
  await expect(opened.status).toHaveText("This code came with the link. Read it before you run it.");
  await expect(opened.editor).toHaveText('console.log("shared, 你好 & <b>");');
  await opened.hasState("idle");
  await opened.run();
  await opened.hasPrinted("shared, 你好 & <b>\n");
});

for (const { page: lesson, labels, words } of [
  { page: "coroutines/", labels: viewLabelsFor("en"), words: momentLabels.en },
  { page: "zh-cn/coroutines/", labels: viewLabelsFor("zh-CN"), words: momentLabels["zh-cn"] },
]) {
  test(`a link to a moment leads there after Run, or says that the run has none, on ${lesson}`, async ({
    page,
    context,
  }) => {
    await page.goto(lesson);
    const pane = new Pane(page, walked);
    const run = async (of: Pane) => {
      await of.element.locator('button[data-action="run"]').click();
      await of.hasState("done");
    };
    await run(pane);
    const picture = pane.element.getByRole("slider");
    await picture.press("Home");
    const runningLine = pane.element.locator(".loop-running-line");
    while ((await runningLine.count()) === 0) {
      await picture.press("ArrowRight");
    }
    const moment = (await picture.getAttribute("aria-valuenow")) ?? "";
    expect(moment).not.toBe(await picture.getAttribute("aria-valuemax"));
    await pane.element.locator("summary").first().click();
    await pane.element.locator('button[data-action="share"]').click();
    await expect(pane.status).toContainText(words.shared);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain(`moment=${moment}&`);

    const open = async (address: string): Promise<Pane> => {
      const other = await context.newPage();
      await other.goto(address);
      const opened = new Pane(other, walked);
      await expect(opened.status).toHaveText(words.fromLink);
      await run(opened);
      return opened;
    };
    const there = await open(link);
    await expect(there.element.getByRole("slider")).toHaveAttribute("aria-valuenow", moment);
    await expect(there.element.locator("[data-loop-part='said']")).toContainText(labels.atMoment("").trim());
    await expect(there.element.locator(".loop-running-line")).toBeAttached();

    const beyond = await open(link.replace(`moment=${moment}&`, "moment=199999&"));
    await expect(beyond.element.locator("[data-loop-part='said']")).toHaveText(labels.noMoment);
    await run(beyond);
    await expect(beyond.element.locator("[data-loop-part='said']")).not.toHaveText(labels.noMoment);
  });
}

for (const [name, hash] of [
  [
    "has a moment that is none",
    `#pane=${path}&moment=1e9&code=${lzString.compressToEncodedURIComponent("{}")}`,
  ],
  ["is damaged", `#pane=${path}&code=AAAA`],
  ["names a file that the example does not have", `#pane=${path}&code=N4IgDgFgLgzgpgcwgLgNoF0A0IBGBDAJwF8g`],
  ["is empty", `#pane=${path}&code=`],
  ["has no file", `#pane=${path}&code=${lzString.compressToEncodedURIComponent("{}")}`],
]) {
  test(`a link that ${name} is refused, and the original is shown`, async ({ page }) => {
    await page.goto("about:blank");
    await page.goto(`coroutines/${hash}`);
    const pane = new Pane(page, path);
    await expect(pane.status).toContainText("cannot be read");
    // The panes above it are fetched as it comes into sight: until then nothing stands still to be clicked.
    await page.waitForLoadState("networkidle");
    await pane.run();
    await expect(pane.log).toContainText("tock 3");
  });
}

test("a link to a pane that the page does not have is told of, in a line", async ({ page }) => {
  for (const [address, said] of [
    ["coroutines/", "expected a pane of this page, found no/such"],
    ["zh-cn/coroutines/", "这一页没有示例窗格 no/such"],
  ] as const) {
    await page.goto("about:blank");
    await page.goto(`${address}#pane=no/such${"x".repeat(100_000)}&code=AAAA`);
    const { message } = new Pane(page, "coroutines/say-after");
    await expect(message).toContainText(said);
    expect((await message.textContent())?.length).toBeLessThan(300);
  }
});

test("a link that is longer than any that a pane makes is not even unpacked", async ({ page }) => {
  const noise = Array.from({ length: 20_000 }, (_, i) => ((i * 7919) % 104_729).toString(36)).join("");
  const code = lzString.compressToEncodedURIComponent(JSON.stringify({ "main.ts": `// ${noise}` }));
  await page.goto("about:blank");
  await page.goto(`coroutines/#pane=${path}&code=${code}`);
  await expect(new Pane(page, path).status).toContainText("cannot be read");
});

test("code that is too long for a link is refused with advice", async ({ page }) => {
  const pane = new Pane(page, path);
  const line = (_: unknown, row: number) => {
    const noise = Array.from({ length: 1_000 }, (_, i) =>
      (((row * 1_000 + i) * 7919) % 104_729).toString(36),
    );
    return `// ${noise.join("")}`;
  };
  await pane.replaceCode(Array.from({ length: 20 }, line).join("\n"));
  await choose(pane, "Copy link to this code");
  await expect(pane.status).toHaveText("The code is too long for a link. Download the project instead.");
});

test("the download is a project that runs with one command", async ({ page }) => {
  const pane = new Pane(page, path);
  await pane.replaceCode(
    'import { run, sleep } from "asyncio-ts";\nconsole.log(await run(sleep(0, "at home")));',
  );
  const [download] = await Promise.all([page.waitForEvent("download"), choose(pane, "Download project")]);
  expect(download.suggestedFilename()).toBe("coroutines-bare-yield.zip");
  const folder = mkdtempSync(join(tmpdir(), "asyncio-ts-download-"));
  const contents = Object.entries(unzipSync(readFileSync(await download.path())));
  for (const [name, bytes] of contents.filter(([name]) => !name.endsWith("/"))) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const project = join(folder, "coroutines-bare-yield");
  expect(readdirSync(project).sort()).toEqual([
    "README.md",
    "asyncio-ts.tgz",
    "main.ts",
    "package.json",
    "plain.ts",
  ]);
  const npm = (...words: string[]) =>
    execFileSync("npm", words, { cwd: project, encoding: "utf8", shell: process.platform === "win32" });
  npm("install", "--offline", "--no-audit", "--no-fund");
  expect(npm("start", "--silent").trim()).toBe("at home");
  rmSync(folder, { recursive: true });
});

test("the library's own sources can be read beside the example", async ({ page }) => {
  const pane = new Pane(page, path);
  await choose(pane, "Source of asyncio-ts");
  const text = pane.element.getByRole("region", { name: "Source of asyncio-ts" });
  await expect(text).toContainText("export class EventLoop");
  await pane.element.getByRole("combobox").selectOption("futures/future.ts");
  await expect(text).toContainText("export class Future");
  await choose(pane, "Source of asyncio-ts");
  await expect(text).toHaveCount(0);
});

test("the download from a Chinese page has Chinese comments, and explains itself in Chinese", async ({
  page,
}) => {
  await page.goto("zh-cn/coroutines/");
  const { element } = new Pane(page, path);
  await element.locator("summary", { hasText: "更多" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    element.getByRole("button", { name: "下载项目", exact: true }).click(),
  ]);
  const files = unzipSync(readFileSync(await download.path()));
  const textOf = (name: string) => new TextDecoder().decode(files[`coroutines-bare-yield/${name}`]);
  expect(textOf("main.ts")).toContain("/** 普通的生成器。每个单独的 yield 让出一轮循环。 */");
  expect(textOf("README.md")).toContain("运行 `main.ts`，它能直接执行 TypeScript。");
});

test("with Live on, an edit runs by itself", async ({ page }) => {
  const pane = new Pane(page, path);
  await choose(pane, "Run while I type");
  await pane.replaceCode('console.log("first");');
  await expect(pane.log).toHaveText("first\n");
  await pane.editor.fill('console.log("second");');
  await expect(pane.log).toHaveText("second\n");
});

test("the output can be taken along, timed and cleared", async ({ page }) => {
  const pane = new Pane(page, path);
  await pane.replaceCode('console.log("one");\nconsole.log("two");');
  await pane.run();
  await pane.element.getByRole("button", { name: "Copy output" }).click();
  await expect(pane.message).toHaveText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("one\ntwo\n");
  await pane.element.getByRole("button", { name: "Timestamps" }).click();
  const before = await pane.log
    .locator(".pane-line")
    .first()
    .evaluate((line) => getComputedStyle(line, "::before").content);
  expect(before).toMatch(/^"\d\.\d{3} s {2}"/);
  await pane.element.getByRole("button", { name: "Clear" }).click();
  await pane.hasPrinted("");
});

test("the menu closes with Escape and when the reader turns elsewhere", async ({ page }) => {
  const { element } = new Pane(page, path);
  const menu = element.locator("details.pane-more");
  await menu.locator("summary").click();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(menu).not.toHaveAttribute("open");
  await expect(menu.locator("summary")).toBeFocused();
  await menu.locator("summary").click();
  await page.getByRole("heading", { level: 1 }).click();
  await expect(menu).not.toHaveAttribute("open");
});

test("where the browser lets no page write to the clipboard, the older command does it, and else the reader", async ({
  page,
}) => {
  const pane = new Pane(page, path);
  const field = pane.element.getByRole("textbox", {
    name: "The browser did not allow copying. The text is selected",
  });
  const isCopied = async (text: string) => {
    await expect(pane.status).toContainText(text);
    await expect(field).toHaveCount(0);
    return page.evaluate(() => window.navigator.clipboard.readText());
  };
  // As in a page that came over plain HTTP.
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("denied", "NotAllowedError"));
  });
  await pane.press("Copy");
  expect(await isCopied("Copied")).toContain("giveWay");

  await page.evaluate(() => {
    document.execCommand = () => false;
  });
  await choose(pane, "Copy HTML to embed");
  await expect(field).toBeFocused();
  await page.keyboard.press("Control+C");
  expect(await isCopied("copied")).toContain(`<asyncio-example src="${path}"`);

  await choose(pane, "Copy link to this code");
  await expect(field).toHaveValue(/#pane=/);
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
  await expect(pane.element.locator("summary", { hasText: "More" })).toBeFocused();
  await pane.press("Copy");
  await expect(field).toBeFocused();
  expect(await findViolations(page, `[data-example="${path}"]`)).toEqual([]);
  await pane.press("Copy");
  await expect(field).toBeFocused();
  // Who turns to something else has no use for it.
  await page.keyboard.press("Tab");
  await expect(field).toHaveCount(0);
});
