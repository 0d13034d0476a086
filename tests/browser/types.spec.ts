import type { Locator, Page } from "@playwright/test";
import { findViolations } from "./find-violations.ts";
import { expect, Pane, test } from "./pane.ts";

const path = "coroutines/say-after";

/** A page in one language, and what its panes say about types there. */
const pages = [
  {
    language: "English",
    address: "coroutines/",
    types: "Check types",
    ready: "Types are checked as you type.",
    mistake: "Type 'string' is not assignable to type 'number'.",
    errors: "1 type error",
    comment: "Waits, and lets others run meanwhile.",
  },
  {
    language: "Chinese",
    address: "zh-cn/coroutines/",
    types: "检查类型",
    ready: "输入时会检查类型。",
    mistake: "不能将类型“string”分配给类型“number”。",
    errors: "1 个类型错误",
    comment: "休眠一段时间，其间让其他任务运行。",
  },
];

const [english] = pages as [(typeof pages)[0]];

/** Turns types on, with code of the reader's own in the editor. */
async function checkTypes(
  page: Page,
  { address, types, ready }: typeof english,
  code: string,
): Promise<Pane> {
  await page.goto(address);
  const pane = new Pane(page, path);
  await switchTypes(pane, types);
  await expect(pane.status).toHaveText(ready);
  await writeDown(announcements(pane));
  await pane.editor.fill(code);
  return pane;
}

async function switchTypes(pane: Pane, types = english.types): Promise<void> {
  await menuOf(pane).click();
  await pane.element.getByRole("button", { name: types, exact: true }).click();
}

/** In the menu, which closes when it is pressed. */
function typeSwitch(pane: Pane): Locator {
  return pane.element.locator('[data-action="types"]');
}

/** Has the number of errors beside it. */
function menuOf(pane: Pane): Locator {
  return pane.element.locator(".pane-more > summary");
}

/** What the editor says to a screen reader. It takes the words back after a fifth of a second. */
function announcements(pane: Pane): Locator {
  return pane.element.locator(".cm-announced");
}

async function writeDown(spoken: Locator): Promise<void> {
  await spoken.evaluate((element) => {
    new MutationObserver(() => {
      if (element.textContent.trim() !== "") {
        element.setAttribute("data-said", element.textContent);
      }
    }).observe(element, { childList: true });
  });
}

function marked(pane: Pane): Locator {
  return pane.element.locator(".cm-lintRange-error");
}

/** The first call of a function in the static code that is open. */
function staticName(pane: Pane, name: string): Locator {
  return pane.element
    .locator(".pane-file:visible u")
    .filter({ hasText: new RegExp(`^${name}$`) })
    .first();
}

/**
 * Moves the pointer over something in the editor until it says something: a reader's hand moves on too, and one move is
 * forgotten when the editor draws its code anew just then.
 */
async function pointAt(word: Locator): Promise<void> {
  let x = 1;
  await expect(async () => {
    x = 3 - x;
    await word.hover({ position: { x, y: 5 } });
    await expect(word.page().locator(".cm-tooltip")).toBeVisible({ timeout: 5_000 });
  }).toPass();
}

for (const { language, ...texts } of pages) {
  test.describe(`in ${language}`, () => {
    test("a type error is marked, explained, counted and said", async ({ page }) => {
      const pane = await checkTypes(page, { language, ...texts }, 'const wrong: number = "text";\n');
      await expect(marked(pane)).toHaveText("wrong");
      await expect(menuOf(pane)).toHaveAttribute("data-errors", "1");
      await expect(announcements(pane)).toHaveAttribute("data-said", texts.errors);

      await pane.editor.press("F8");
      await expect(page.locator(".cm-tooltip")).toHaveText(texts.mistake);
      await page.keyboard.press("Escape");
      await expect(page.locator(".cm-tooltip")).toHaveCount(0);

      await pane.editor.fill('const right: string = "text";\n');
      await expect(marked(pane)).toHaveCount(0);
    });

    test("static code shows the type that is pointed at", async ({ page }) => {
      await page.goto(texts.address);
      await staticName(new Pane(page, path), "sleep").hover();
      await expect(page.getByRole("tooltip")).toContainText("sleep(delay: number): Coroutine<void>");
      await expect(page.getByRole("tooltip")).toContainText(texts.comment);
    });

    test("the editor shows the type that is pointed at", async ({ page }) => {
      const nap = 'import { sleep } from "asyncio-ts";\n\nconst nap = sleep(1);\n';
      const pane = await checkTypes(page, { language, ...texts }, nap);
      await pointAt(pane.element.locator(".cm-line", { hasText: "const nap" }).getByText("sleep"));
      await expect(page.locator(".cm-tooltip")).toContainText("sleep(delay: number): Coroutine<void>");
      await expect(page.locator(".cm-tooltip")).toContainText(texts.comment);
    });
  });
}

test("names of the library are completed, with their import", async ({ page }) => {
  const pane = await checkTypes(page, english, "");
  await pane.editor.pressSequentially("gath");
  await expect(page.getByRole("option", { name: /^gather/ })).toHaveAttribute("aria-selected", "true");
  await expect(page.locator(".cm-completionInfo")).toContainText("Runs several awaitables");
  // While it asks anew, the list takes no key.
  await expect(page.locator(".cm-tooltip-autocomplete-disabled")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(pane.editor).toContainText('import { gather } from "asyncio-ts";gather');
  await page.keyboard.press("Control+z");
  await expect(pane.editor).toHaveText("gath");
});

test("members are completed after a dot", async ({ page }) => {
  const pane = await checkTypes(page, english, 'import { getRunningLoop } from "asyncio-ts";\n');
  await pane.editor.press("Control+End");
  await pane.editor.pressSequentially("getRunningLoop().callL");
  await expect(page.getByRole("option", { name: "callLater" })).toBeVisible();
});

test("the editor shows the type of sleep to a pointer and to the keyboard", async ({ page }) => {
  const pane = await checkTypes(
    page,
    english,
    'import { sleep } from "asyncio-ts";\n\nconst nap = sleep(1);\n',
  );
  const shown = page.locator(".cm-tooltip");
  await pointAt(pane.element.locator(".cm-line", { hasText: "const nap" }).getByText("sleep"));
  await expect(shown).toContainText("sleep(delay: number): Coroutine<void>");
  await page.mouse.move(0, 0);
  await expect(shown).toHaveCount(0);

  await pane.editor.press("Control+Home");
  await page.keyboard.press("Control+ArrowRight");
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("F2");
  await expect(shown).toContainText("function sleep(delay: number): Coroutine<void>");
  await expect(announcements(pane)).toHaveAttribute("data-said", /^function sleep/);
  await page.keyboard.press("Escape");
  await expect(shown).toHaveCount(0);
  await expect(pane.editor).toBeFocused();
});

test("a forgotten star is a type error", async ({ page }) => {
  const pane = await checkTypes(
    page,
    english,
    'import { type Coroutine, sleep } from "asyncio-ts";\nfunction* main(): Coroutine<void> {\n  yield sleep(1);\n}\n',
  );
  await expect(marked(pane)).toHaveText("sleep(1)");
});

test("a program knows what a worker knows, and no document", async ({ page }) => {
  const pane = await checkTypes(
    page,
    english,
    'const answer = await fetch("/");\nsetTimeout(() => console.log(answer.status, [3, 1].toSorted()), 1);\n[document];\n',
  );
  await expect(marked(pane)).toHaveText("document");
});

test("an emptied file is no error, and each version is a program of its own", async ({ page }) => {
  const pane = await checkTypes(page, english, 'const wrong: number = "text";\n');
  await expect(marked(pane)).toHaveCount(1);
  await pane.choose("async/await");
  await expect(pane.editor).toContainText("async function sayAfter");
  await expect(menuOf(pane)).toHaveAttribute("data-errors", "");
  await pane.choose("asyncio-ts");
  await expect(marked(pane)).toHaveText("wrong");
  await pane.editor.fill("");
  await expect(menuOf(pane)).toHaveAttribute("data-errors", "");
});

test("the switch keeps edits, focus and history, and turns off again", async ({ page }) => {
  await page.goto(english.address);
  const pane = new Pane(page, path);
  await pane.replaceCode('const wrong: number = "text";\n');
  await menuOf(pane).press("Enter");
  await typeSwitch(pane).press("Enter");
  await expect(marked(pane)).toHaveText("wrong");
  await expect(menuOf(pane)).toBeFocused();
  await expect(typeSwitch(pane)).toHaveAttribute("aria-pressed", "true");

  await menuOf(pane).press("Enter");
  await typeSwitch(pane).press("Enter");
  await expect(marked(pane)).toHaveCount(0);
  await expect(menuOf(pane)).not.toHaveAttribute("data-errors");
  await expect(typeSwitch(pane)).toHaveAttribute("aria-pressed", "false");
  await pane.editor.press("Control+z");
  await expect(pane.editor).toContainText("function* sayAfter");
});

test("a failure to load is said, and the next press tries again", async ({ page }) => {
  await page.goto(english.address);
  const pane = new Pane(page, path);
  await page.route("**/types/declarations.json", (route) => route.abort(), { times: 1 });
  await switchTypes(pane);
  await expect(pane.status).toHaveText("TypeScript could not be loaded. Press Check types to try again.");
  await expect(typeSwitch(pane)).toHaveAttribute("aria-pressed", "false");
  await switchTypes(pane);
  await expect(pane.status).toHaveText(english.ready);
});

test("nothing of TypeScript is fetched before the switch, and no type before the first hover", async ({
  page,
}) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(english.address);
  await page.waitForLoadState("networkidle");
  const pane = new Pane(page, path);
  expect(requests.filter((request) => /type/.test(request.replace(/astro_type/g, "")))).toEqual([]);

  await staticName(pane, "sleep").hover();
  await expect(page.getByRole("tooltip")).toBeVisible();
  expect(requests.filter((request) => request.includes("/types/"))).toEqual([`/types/${path}.json`]);

  await pane.run();
  expect(requests.filter((request) => /declarations|type-extension|worker-/.test(request))).toEqual([]);
  await switchTypes(pane);
  await expect(pane.message).toHaveText(english.ready);
  expect(requests).toContain("/types/declarations.json");
});

test("the arrow keys walk through the types of static code, and Tab leaves it", async ({ page }) => {
  await page.goto(english.address);
  const code = new Pane(page, path).element.getByRole("group", { name: /arrow keys/ });
  await code.focus();
  await expect(async () => {
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("tooltip")).toBeVisible({ timeout: 100 });
  }).toPass();
  await expect(page.getByRole("tooltip")).toContainText("interface Coroutine<T>");
  await expect(code).toHaveAccessibleDescription(/interface Coroutine<T>/);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tooltip")).toContainText("function getRunningLoop(): EventLoop");
  await expect(page.locator("main > [aria-live]")).toHaveText(
    "getRunningLoop: function getRunningLoop(): EventLoop",
  );
  await page.keyboard.press("Escape");
  await expect(page.getByRole("tooltip")).toBeHidden();
  await page.keyboard.press("Tab");
  await expect(code).not.toBeFocused();
});

test("a tap on a name shows its type, and a tap elsewhere closes it", async ({ browser }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 800 },
  });
  const page = await context.newPage();
  await page.goto(new URL(english.address, test.info().project.use.baseURL).href);
  await staticName(new Pane(page, path), "sleep").tap();
  const tooltip = page.getByRole("tooltip");
  await expect(tooltip).toContainText("sleep(delay: number)");
  const box = await tooltip.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  await page.getByRole("heading", { level: 1 }).tap();
  await expect(tooltip).toBeHidden();
  await context.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("axe finds nothing while types are shown", async ({ page }) => {
      await page.goto(english.address);
      await staticName(new Pane(page, path), "sleep").hover();
      await expect(page.getByRole("tooltip")).toBeVisible();
      expect(await findViolations(page, "main")).toEqual([]);

      const pane = await checkTypes(page, english, 'const wrong: number = "text";\n');
      await expect(marked(pane)).toHaveCount(1);
      await pane.editor.press("F8");
      await expect(page.locator(".cm-tooltip")).toBeVisible();
      expect(await findViolations(page, "main")).toEqual([]);
      await pane.editor.press("Control+Shift+M");
      await expect(pane.element.locator(".cm-panel")).toBeVisible();
      expect(await findViolations(page, "main")).toEqual([]);
    });
  });
}
