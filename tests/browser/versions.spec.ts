import type { Page } from "@playwright/test";
import { readExample } from "../../src/examples/read-example.ts";
import { labelsFor } from "../../src/playground/labels.ts";
import { expect, Pane, test } from "./pane.ts";

const states = ["not run", "running", "done", "failed", "stopped"] as const;
type State = (typeof states)[number];

/** From each of three to each other. */
const everyTurn = [0, 1, 0, 2, 1, 2, 0];

/** What a reader sees that belongs to the version which is shown. */
interface Shown {
  readonly state: string | undefined;
  readonly verdict: string | undefined;
  readonly status: string;
  readonly colour: string;
  /** Which words stand above the output, and the output. */
  readonly output: readonly string[];
  readonly marks: string;
  readonly canStop: boolean;
}

/** What is in the output of every program here and of no other: its version, and what becomes of it. */
function program(version: string, state: Exclude<State, "not run">): string {
  const said = `${version} is ${state}`;
  const python = version.endsWith(".py");
  switch (state) {
    case "done":
      return python ? `print("${said}")` : `console.log("${said}");`;
    case "failed":
      return python
        ? `print("${said}")\nraise ValueError("${said}")`
        : `console.log("${said}");\nthrow new Error("${said}");`;
    case "running":
    case "stopped":
      return python
        ? `import time\nprint("${said}", flush=True)\ntime.sleep(1000)`
        : `console.log("${said}");\nsetInterval(() => {}, 1000);`;
  }
}

class Versions {
  readonly pane: Pane;
  readonly #page: Page;

  constructor(page: Page, example: string) {
    this.#page = page;
    this.pane = new Pane(page, example);
  }

  /** Opens the editor, in which all that follows is written. */
  async edit(): Promise<void> {
    await this.#page.goto("coroutines/");
    await this.pane.press("Edit");
    await expect(this.pane.editor).toBeFocused();
  }

  /** As a click does, whose way there would be looked at each of many times. */
  async choose(version: string): Promise<void> {
    await this.pane.element.locator(`input[value="${version}"]`).dispatchEvent("click");
    await expect(this.pane.element.locator(".cm-content")).toHaveAttribute(
      "data-language",
      version.endsWith(".py") ? "python" : "typescript",
    );
  }

  /** Brings a version into a state, as a reader does, and answers what it shows by itself. */
  async bring(version: string, state: State): Promise<Shown> {
    await this.choose(version);
    if (state !== "not run") {
      await this.pane.editor.fill(program(version, state));
      await this.press("run");
      await this.pane.hasState(state === "stopped" ? "running" : state);
      await expect(this.pane.log).toContainText(`${version} is ${state}`);
      if (state === "stopped") {
        await this.press("stop");
        await this.pane.hasState("stopped");
      }
    }
    await expect(this.pane.element.locator(".pane-error-line")).toHaveCount(state === "failed" ? 1 : 0);
    return this.shown();
  }

  async press(action: string): Promise<void> {
    await this.pane.element.locator(`[data-action="${action}"]`).dispatchEvent("click");
  }

  async shown(): Promise<Shown> {
    const [shown] = await this.walk([], []);
    return shown as Shown;
  }

  /** What is shown at first, and at once when each of some versions is chosen; the editor marks errors a moment later. */
  async walk(versions: readonly string[], marks: readonly string[]): Promise<Shown[]> {
    return await this.pane.element.evaluate(
      async (pane: HTMLElement, [versions, marks]) => {
        const textOf = (element: Element) => (element.checkVisibility() ? (element.textContent ?? "") : "");
        const all = (selector: string) => [...pane.querySelectorAll(selector)];
        const marked = () => all(".pane-error-line").map(textOf).join();
        const look = () => ({
          state: pane.dataset.state,
          verdict: pane.dataset.verdict,
          status: all('[role="status"]').map(textOf).join().trim(),
          colour: all('[data-part="said"]')
            .map((said) => getComputedStyle(said).color)
            .join(),
          // Where nothing was printed there is what was recorded.
          output: all(
            ".pane-output-expected, .pane-output-recorded, .pane-output-live, .pane-expected, .pane-log",
          ).map(textOf),
          canStop: !pane.querySelector<HTMLButtonElement>('[data-action="stop"]')?.disabled,
          marks: marked(),
        });
        const seen = [look()];
        for (const [index, version] of versions.entries()) {
          pane.querySelector<HTMLElement>(`input[value="${version}"]`)?.click();
          const shown = look();
          const patience = performance.now() + 5_000;
          do {
            await new Promise((resolve) => setTimeout(resolve, 20));
          } while (marked() !== marks[index] && performance.now() < patience);
          seen.push({ ...shown, marks: marked() });
        }
        return seen;
      },
      [versions, marks] as const,
    );
  }

  /** What a version shows whose run was stopped by that of another. */
  async stopped(version: string): Promise<Shown> {
    await this.choose(version);
    const shown = await this.shown();
    expect(shown).toMatchObject({ state: "stopped", verdict: undefined, marks: "" });
    expect(shown.status).toMatch(/^Stopped · \d/);
    expect(shown.output.join()).toContain(`${version} is running`);
    return shown;
  }

  async reset(): Promise<void> {
    if (await this.pane.element.locator('[data-action="reset"]').isEnabled()) {
      this.#page.once("dialog", (dialog) => void dialog.accept());
      await this.press("reset");
      await this.pane.hasState("idle");
    }
  }
}

/** Every version beside every other, each in every state; Python, which takes its time, in as few runs as that needs. */
function rows(): (readonly [State, State, State])[] {
  const all: (readonly [State, State, State])[] = [];
  for (const [first, one] of states.entries()) {
    for (const [second, other] of states.entries()) {
      const isWithPython = second === (first + 1) % states.length;
      all.push([one, other, isWithPython ? (states[(first + 2) % states.length] as State) : "not run"]);
    }
  }
  return all;
}

for (const [example, versions] of [
  ["coroutines/say-after", ["main.ts", "plain.ts", "main.py"]],
  ["coroutines/exercise-1-all-at-once", ["main.ts", "solution.ts", "main.py"]],
] as const) {
  test(`each version of ${example} shows what is its own, whatever became of the others`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    const pane = new Versions(page, example);
    await pane.edit();
    const untouched = new Map<string, Shown>();
    for (const version of versions) {
      untouched.set(version, await pane.bring(version, "not run"));
    }
    for (const row of rows()) {
      await test.step(row.join(", "), async () => {
        await pane.reset();
        const own = new Map(untouched);
        let running: string | undefined;
        for (const [index, version] of versions.entries()) {
          const state = row[index] as State;
          if (state === "not run") {
            continue;
          }
          own.set(version, await pane.bring(version, state));
          if (running !== undefined) {
            // There is one program at a time, and the later one has stopped it.
            own.set(running, await pane.stopped(running));
          }
          running = state === "running" ? version : undefined;
        }
        const turns = everyTurn.map((turn) => versions[turn] as string);
        // Whichever is shown, Stop ends what runs.
        const wanted = turns.map((version) => ({
          ...(own.get(version) as Shown),
          canStop: running !== undefined,
        }));
        const seen = await pane.walk(
          turns,
          wanted.map(({ marks }) => marks),
        );
        expect(seen.slice(1)).toEqual(wanted);
      });
    }
  });
}

test("a message stands beside the state of the run, in a tone of its own, and stays with its version", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const pane = new Versions(page, "coroutines/say-after");
  await pane.edit();
  const { colour } = await pane.bring("main.ts", "failed");
  await pane.pane.press("Copy");
  await expect(pane.pane.status).toHaveText(/^Failed · [\d.]+ s\s+Copied$/);
  const { message } = pane.pane;
  const tone = () => message.evaluate((text) => getComputedStyle(text).color);
  expect(await tone()).not.toBe(colour);
  await pane.choose("plain.ts");
  await expect(pane.pane.status).toHaveText("");
  await pane.choose("main.ts");
  await expect(pane.pane.status).toHaveText(/^Failed · [\d.]+ s\s+Copied$/);
  // What has gone wrong is in the colour of that.
  await page.evaluate(() => Object.assign(navigator.clipboard, { writeText: () => Promise.reject() }));
  await page.route("**/copy-by-hand*", (route) => route.abort());
  await pane.pane.press("Copy");
  await expect(message).toContainText("could not be loaded");
  expect(await tone()).toBe(colour);
  await pane.pane.run();
  await expect(message).toHaveText("");
});

test("what was printed before is not read out again when its version is chosen; what comes from then on is", async ({
  page,
}) => {
  const pane = new Versions(page, "coroutines/say-after");
  await pane.edit();
  await pane.choose("main.ts");
  await pane.pane.editor.fill('console.log("before");\nsetInterval(() => console.log("more"), 300);');
  await pane.pane.pressRun();
  await expect(pane.pane.log).toContainText("before");
  await expect(pane.pane.log).not.toHaveAttribute("aria-live");
  const atOnce = await page.evaluate(() => {
    const pane = document.querySelector('[data-example="coroutines/say-after"]') as HTMLElement;
    const choose = (version: string) => pane.querySelector<HTMLElement>(`input[value="${version}"]`)?.click();
    const regions = () =>
      [...pane.querySelectorAll('[role="log"], .pane-status')].map(({ ariaLive }) => ariaLive);
    choose("plain.ts");
    const other = regions();
    choose("main.ts");
    return [...other, ...regions()];
  });
  expect(atOnce).toEqual(["off", "off", "off", "off"]);
  await expect(pane.pane.log).not.toHaveAttribute("aria-live");
  await pane.pane.press("Stop");
  await pane.pane.hasState("stopped");
  await expect(pane.pane.status).not.toHaveAttribute("aria-live");
});

test("what is said after a step back is read out as well", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("coroutines/");
  const pane = new Pane(page, "coroutines/say-after-tasks");
  await pane.run();
  await pane.element.locator('[data-loop="back"]').click();
  await expect(pane.element.locator(".loop-log-note")).toBeVisible();
  await pane.choose("async/await");
  await pane.choose("asyncio-ts");
  await expect(pane.status).toHaveAttribute("aria-live", "off");
  await pane.press("Copy");
  await expect(pane.message).toHaveText("Copied");
  await expect(pane.status).not.toHaveAttribute("aria-live");
});

test("an error is not marked in code that has been repaired", async ({ page }) => {
  const pane = new Versions(page, "coroutines/say-after");
  await pane.edit();
  const [, failed] = [await pane.bring("main.ts", "failed"), await pane.shown()];
  expect(failed.marks).not.toBe("");
  await pane.pane.editor.fill('console.log("repaired");\nconsole.log("as well");');
  await pane.choose("plain.ts");
  const [, repaired] = await pane.walk(["main.ts"], [""]);
  expect(repaired?.marks).toBe("");
  // What failed is marked again where it is again.
  await pane.pane.editor.fill(program("main.ts", "failed"));
  await pane.choose("plain.ts");
  const [, again] = await pane.walk(["main.ts"], [failed.marks]);
  expect(again?.marks).toBe(failed.marks);
});

test("a verdict is on the code that ran, and not on what the reader makes of it", async ({ page }) => {
  const { output } = readExample("coroutines/exercise-1-all-at-once");
  const pane = new Versions(page, "coroutines/exercise-1-all-at-once");
  await pane.edit();
  await pane.pane.editor.fill(`console.log(${JSON.stringify(output.trimEnd())});`);
  await pane.pane.run();
  const { right } = labelsFor("en");
  await expect(pane.pane.status).toHaveText(right);
  await pane.choose("solution.ts");
  await expect(pane.pane.status).toHaveText("");
  await expect(pane.pane.element).not.toHaveAttribute("data-verdict");
  await pane.choose("main.ts");
  await expect(pane.pane.element).toHaveAttribute("data-verdict", "right");
  await pane.pane.editor.press("Control+Home");
  await page.keyboard.type("/");
  await expect(pane.pane.status).toHaveText(/^Done · [\d.]+ s\s*$/);
  await expect(pane.pane.element).not.toHaveAttribute("data-verdict");
  await page.keyboard.press("Backspace");
  await expect(pane.pane.status).toHaveText(right);
});

test("a program goes on where its version is left; its tab and Stop say so, and its picture is its own", async ({
  page,
}) => {
  const pane = new Versions(page, "coroutines/say-after-tasks");
  const { element } = pane.pane;
  const view = element.locator(".pane-loop");
  await pane.edit();
  const sleeper = (name: string) =>
    `async function ${name}() {\n  await new Promise((resolve) => setTimeout(resolve, 200));\n  console.log("${name}");\n}\nawait ${name}();`;
  await pane.choose("plain.ts");
  await pane.pane.editor.fill(sleeper("second"));
  await pane.pane.run();
  await expect(view).toContainText("second");
  await pane.choose("main.ts");
  await expect(view).not.toContainText("second");
  await pane.bring("main.ts", "running");
  await pane.choose("plain.ts");
  await expect(view).toContainText("second");
  await expect(element.locator("label[data-running]")).toHaveText("asyncio-ts");
  const stop = element.getByRole("button", { name: "Stop" });
  await expect(stop).toHaveAttribute("title", labelsFor("en").stillRuns("asyncio-ts"));
  await stop.click();
  await expect(stop).toBeHidden();
  await expect(element.locator("label[data-running]")).toHaveCount(0);
  await pane.pane.hasState("done");
  await pane.choose("main.ts");
  await pane.pane.hasState("stopped");
});

test("what was written in a version can be undone after another one was open, and not after Reset", async ({
  page,
}) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, "coroutines/say-after");
  await pane.edit();
  await pane.editor.press("Control+Home");
  await page.keyboard.type("// mine");
  await pane.choose("async/await");
  await expect(pane.editor).not.toContainText("// mine");
  await pane.choose("asyncio-ts");
  await expect(pane.editor).toContainText("// mine");
  await pane.editor.focus();
  await page.keyboard.press("Control+z");
  await expect(pane.editor).not.toContainText("// mine");
  await page.keyboard.press("Control+y");
  await expect(pane.editor).toContainText("// mine");
  await pane.choose("async/await");
  await expect(pane.editor).not.toContainText("// mine");
  page.once("dialog", (dialog) => dialog.accept());
  await pane.press("Reset");
  await pane.choose("asyncio-ts");
  await expect(pane.editor).not.toContainText("// mine");
  await pane.editor.focus();
  await page.keyboard.press("Control+z");
  await expect(pane.editor).not.toContainText("// mine");
});

test("undoing ends with the code of the last visit", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, "coroutines/say-after");
  await pane.replaceCode('console.log("of the last visit");');
  await pane.run();
  await page.reload();
  await pane.element.scrollIntoViewIfNeeded();
  await expect(pane.editor).toContainText("of the last visit");
  await pane.editor.press("Control+End");
  await page.keyboard.type("// of today");
  await page.keyboard.press("Control+z");
  await expect(pane.editor).not.toContainText("of today");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(pane.editor).toContainText("of the last visit");
});
