import { readExample } from "../../src/examples/read-example.ts";
import { expect, Pane, test } from "./pane.ts";

const path = "coroutines/say-after";
const example = readExample(path);
const python = example.files.find(({ name }) => name === "main.py")?.code ?? "";

test.describe("with scripts switched off", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader sees the text, the code and the expected output, and can open each version", async ({
    page,
  }) => {
    await page.goto("coroutines/");
    const { element } = new Pane(page, path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Coroutines, tasks and futures");
    await expect(element.getByText("function* sayAfter")).toBeVisible();
    await expect(element.getByText("hello world").last()).toBeVisible();
    await element.getByRole("radio", { name: "Python" }).check();
    await expect(element.getByText("function* sayAfter")).toBeHidden();
    await element.getByRole("link", { name: "main.py" }).click();
    await expect(page.getByText("async def say_after")).toBeInViewport();
    await expect(page.getByRole("heading", { level: 2 })).toHaveText(["main.ts", "plain.ts", "main.py"]);
  });

  test("no dead button is shown", async ({ page }) => {
    await page.goto("coroutines/");
    await expect(new Pane(page, path).element.getByRole("button")).toHaveCount(0);
  });
});

test("a version that the page does not hold is fetched once; a failure is said, and the next wish tries again", async ({
  page,
}) => {
  let isBroken = true;
  let fetched = 0;
  await page.route("**/code/**", (route) => {
    fetched += isBroken ? 0 : 1;
    return isBroken ? route.abort() : route.fallback();
  });
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.choose("Python");
  await expect(pane.status).toContainText("could not be loaded");
  isBroken = false;
  await pane.choose("async/await");
  await expect(pane.element.getByText("async function sayAfter")).toBeVisible();
  await pane.choose("Python");
  await expect(pane.element.getByText("async def say_after")).toBeVisible();
  expect(fetched).toBe(1);
});

test("the static code is the example's file, letter for letter", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.choose("Python");
  await pane.press("Copy");
  await expect(pane.status).toHaveText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(python);
});

test("nothing of the editor or the sandbox is fetched before the reader wishes to run or edit", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (/\.js$|sandbox/.test(new URL(request.url()).pathname)) {
      scripts.push(request.url());
    }
  });
  await page.goto("coroutines/");
  await page.waitForLoadState("networkidle");
  const before = [...scripts];
  const pane = new Pane(page, path);
  await pane.choose("async/await");
  await pane.press("Copy");
  await page.waitForLoadState("networkidle");

  expect(scripts).toEqual(before);
  for (const url of before) {
    const code = await (await fetch(url)).text();
    expect(code, url).not.toMatch(/react|codemirror|sandpack-client|sucrase/i);
  }

  await pane.run();
  expect(scripts.length).toBeGreaterThan(before.length);
});

for (const width of [1280, 390]) {
  test(`the pane stands still while it wakes and runs, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("futures/");
    for (const shown of ["futures/wrap-a-callback", "futures/set-once"]) {
      const pane = new Pane(page, shown);
      await pane.element.scrollIntoViewIfNeeded();
      await expect(pane.element.locator(".pane-code")).toContainText("run(main())");
      const before = await pane.element.boundingBox();
      await pane.run();
      const after = await pane.element.boundingBox();
      expect(after?.height, shown).toBeCloseTo(before?.height ?? 0, 0);
    }
  });
}

for (const width of [1280, 1000, 390]) {
  test(`what is read stays in its place when something above it grows, ${width} pixels wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("coroutines/");
    const [before, after] = await page.evaluate(async () => {
      const read = [...document.querySelectorAll("h2")].at(-1) as HTMLElement;
      const rest = async () => {
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
      };
      read.scrollIntoView({ block: "center" });
      await rest();
      const top = read.getBoundingClientRect().top;
      const above = document.querySelector<HTMLElement>("live-pane");
      above?.style.setProperty("padding-top", "200px");
      await rest();
      return [top, read.getBoundingClientRect().top] as const;
    });
    // A page scrolls by whole pixels.
    expect(Math.abs(after - before)).toBeLessThan(1);
  });
}

test("a note is set apart from the text, and named", async ({ page }) => {
  for (const [address, name] of [
    ["tasks/", "Python: hold on to your tasks"],
    ["zh-cn/event-loop/", "同一时刻到期的定时器"],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole("main").getByRole("complementary", { name })).toHaveClass(/starlight-aside/);
  }
});
