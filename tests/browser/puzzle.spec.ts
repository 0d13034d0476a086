import { readExample } from "../../src/examples/read-example.ts";
import { linesOf, readWrongOutputs } from "../../src/examples/read-puzzle.ts";
import { findViolations } from "./find-violations.ts";
import { expect, Pane, test } from "./pane.ts";

const path = "host-event-loop/in-which-order";
const example = readExample(path);
const lines = linesOf(example.output);
const question = "What comes out, in which order?";

/** A puzzle, driven by the names that a reader and a screen reader know. */
class PuzzlePane extends Pane {
  readonly expected = this.element.locator(".pane-expected");
  readonly chosen = this.element.getByRole("list", { name: "Your order" });
  readonly left = this.element.getByRole("list", { name: "Lines to choose from" });
  readonly answer = this.element.locator("order-puzzle").getByRole("status");

  async open(): Promise<void> {
    await this.element.getByText(question).click();
    await expect(this.left).toBeVisible();
  }

  async place(line: string): Promise<void> {
    await this.left.getByRole("button", { name: line, exact: true }).click();
  }

  async order(order: readonly string[]): Promise<void> {
    for (const line of order) {
      await this.place(line);
    }
  }
}

test("a puzzle is loaded when its question is opened, and keeps the answer until it is solved", async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  await page.goto("host-event-loop/");
  await page.waitForLoadState("networkidle");
  const pane = new PuzzlePane(page, path);
  await expect(pane.expected).toBeHidden();
  expect(fetched.filter((url) => /puzzle\.json|open-puzzle|puzzle-board/.test(url))).toEqual([]);

  await pane.open();
  await expect(pane.expected).toBeHidden();
  expect(fetched.filter((url) => url.endsWith("/puzzle.json"))).toHaveLength(1);
  await pane.order(lines);
  await expect(pane.answer).toHaveText("Right: that is the order. Run it and see.");
  await expect(pane.expected).toBeVisible();
});

test("a wrong order is answered with the moment and the misconception, and what was right stays", async ({
  page,
}) => {
  await page.goto("host-event-loop/");
  const pane = new PuzzlePane(page, path);
  await pane.open();
  await pane.order(readWrongOutputs(example)["await-goes-straight-on"] ?? []);
  await expect(pane.answer).toContainText(
    "After “inside, before the await” comes “the last line”, and not “inside, after the await”.",
  );
  await expect(pane.answer).toContainText("An await of something that is there goes straight on.");
  await expect(pane.answer).toContainText("Every await leaves the function.");
  await expect(pane.chosen.getByRole("button")).toHaveText(lines.slice(0, 2));
  await expect(pane.expected).toBeHidden();
  expect(await findViolations(page, "order-puzzle")).toEqual([]);

  await pane.order(lines.slice(2));
  await expect(pane.expected).toBeVisible();
});

test("a puzzle is done by the keyboard alone", async ({ page }) => {
  await page.goto("host-event-loop/");
  const pane = new PuzzlePane(page, path);
  const summary = pane.element.locator("order-puzzle summary");
  await summary.focus();
  await page.keyboard.press("Enter");
  await expect(pane.left).toBeVisible();
  await page.keyboard.press("Tab");
  const first = lines.toSorted()[0] ?? "";
  await expect(pane.left.getByRole("button", { name: first, exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(pane.chosen.getByRole("button", { name: `Take back: ${first}` })).toBeVisible();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(pane.left.getByRole("button", { name: first, exact: true })).toBeFocused();
  for (const line of lines) {
    await pane.left.getByRole("button", { name: line, exact: true }).focus();
    await page.keyboard.press("Space");
  }
  await expect(pane.answer).toBeFocused();
});

test("the answer is there for who asks for it, and for who runs the program", async ({ page }) => {
  await page.goto("host-event-loop/");
  const pane = new PuzzlePane(page, path);
  await pane.open();
  await pane.element.getByRole("button", { name: "Show the answer" }).click();
  await expect(pane.expected).toBeVisible();

  const other = new PuzzlePane(page, "host-event-loop/checkpoints");
  await other.run();
  await expect(other.element.getByText(question)).toBeHidden();
  await other.hasPrinted(readExample("host-event-loop/checkpoints").output);
});

test("the tab of Python does not give the answer away", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new PuzzlePane(page, "coroutines/when-it-begins");
  await pane.choose("Python");
  await expect(pane.expected).toBeHidden();
  await pane.open();
  await pane.element.getByRole("button", { name: "Show the answer" }).click();
  await expect(pane.expected).toBeVisible();
});

test("the picture of the run does not give the answer away", async ({ page }) => {
  await page.goto("tasks/");
  const pane = new PuzzlePane(page, "tasks/first-step");
  const picture = pane.element.locator(".pane-loop");
  const button = pane.element.locator('[data-action="loop"]');
  await expect(picture).toBeHidden();
  await expect(button).toHaveAttribute("title", /The picture gives the answer away/);
  await pane.open();
  await expect(picture).toBeHidden();
  await button.click({ force: true });
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await pane.element.getByRole("button", { name: "Show the answer" }).click();
  await expect(picture).toBeVisible();
  await expect(button).toHaveAttribute("aria-disabled", "false");
  await button.click();
  await expect(picture).toBeHidden();
});

test("where the puzzle cannot be loaded the answer is shown", async ({ page }) => {
  await page.route("**/puzzle.json", (route) => route.abort());
  await page.goto("host-event-loop/");
  const pane = new PuzzlePane(page, path);
  await pane.element.getByText(question).click();
  await expect(pane.expected).toBeVisible();
});

test("a Chinese page asks and answers in Chinese", async ({ page }) => {
  await page.goto("zh-cn/host-event-loop/");
  const pane = new Pane(page, path);
  await pane.element.getByText("会按什么顺序输出什么？").click();
  for (const line of readWrongOutputs(example)["timer-runs-at-once"] ?? []) {
    await pane.element
      .getByRole("list", { name: "可选的行" })
      .getByRole("button", { name: line, exact: true })
      .click();
  }
  await expect(pane.element.locator("order-puzzle")).toContainText("0 毫秒的定时器会立刻运行。");
});

test("on paper the answer stands upside down below the question", async ({ page }) => {
  await page.goto("host-event-loop/");
  await page.emulateMedia({ media: "print" });
  const pane = new PuzzlePane(page, path);
  await expect(pane.element.getByText(question)).toBeVisible();
  await expect(pane.expected).toBeVisible();
  await expect(pane.expected).toHaveCSS("rotate", "180deg");

  await page.goto("tasks/");
  const drawn = new PuzzlePane(page, "tasks/first-step");
  await expect(drawn.expected).toBeVisible();
  await expect(drawn.element.locator(".pane-loop")).toBeHidden();
});

test.describe("with scripts switched off", () => {
  test.use({ javaScriptEnabled: false });

  test("opening the question shows the answer", async ({ page }) => {
    await page.goto("host-event-loop/");
    const pane = new PuzzlePane(page, path);
    await expect(pane.expected).toBeHidden();
    await pane.element.getByText(question).click();
    await expect(pane.expected).toBeVisible();
  });
});
