import { test as base, expect, type Frame, type Locator, type Page } from "@playwright/test";
import { readExample } from "../../src/examples/read-example.ts";
import { labelsFor } from "../../src/playground/labels.ts";
import { Strangers } from "./strangers.ts";

/** Milliseconds after which an expectation says what is there instead. */
const patience = 60_000;

/** What the choice of versions calls a file. */
export function versionLabel(name: string, example = ""): string {
  const isBeginning = example !== "" && readExample(example).beginning === name;
  return isBeginning ? labelsFor("en").yourCode : (labelsFor("en").versions[name] ?? name);
}

/** One pane, driven by the names that a reader and a screen reader know. */
export class Pane {
  readonly element: Locator;
  readonly log: Locator;
  readonly status: Locator;
  /** What it says beside how the run stands. */
  readonly message: Locator;
  /** What the reader types into. */
  readonly editor: Locator;

  constructor(page: Page | Frame, example: string) {
    this.element = page.locator(`[data-example="${example}"]`);
    this.log = this.element.getByRole("log");
    this.status = this.element.getByRole("status");
    this.message = this.element.locator('[data-part="message"]');
    this.editor = this.element.locator('[contenteditable="true"]');
  }

  async choose(version: string): Promise<void> {
    await this.element.getByRole("radio", { name: version, exact: true }).check();
  }

  async press(button: "Run" | "Stop" | "Edit" | "Reset" | "Copy"): Promise<void> {
    await this.element.getByRole("button", { name: button, exact: true }).click();
  }

  /** Goes into the editor. Once there are edits, Reset stands in the place of Edit. */
  async edit(): Promise<void> {
    if ((await this.element.getAttribute("data-editor")) === null) {
      await this.press("Edit");
    } else {
      await this.editor.click();
    }
    await expect(this.editor).toBeFocused();
  }

  /** Replaces all code of the open version, as select-all and paste would. */
  async replaceCode(code: string): Promise<void> {
    await this.edit();
    await this.editor.fill(code);
  }

  /** Presses Run, whose name says what there is to fetch before Python has run. */
  async pressRun(): Promise<void> {
    await this.element.locator('[data-action="run"]').click();
  }

  /** Presses Run and waits until the program has ended. */
  async run(): Promise<void> {
    await this.press("Run");
    await this.hasState(/^(done|failed)$/);
  }

  async hasState(state: string | RegExp): Promise<void> {
    await this.#changesTo(state);
    await expect(this.element).toHaveAttribute("data-state", state);
  }

  /** Waits for the change itself: an expectation would look once a second only, a thousand times in all tests. */
  async #changesTo(state: string | RegExp): Promise<void> {
    const pattern = typeof state === "string" ? `^${state}$` : state.source;
    await this.element.evaluate(
      (element, [pattern, patience]) =>
        new Promise<void>((resolve) => {
          const wanted = new RegExp(pattern);
          const look = () => wanted.test((element as HTMLElement).dataset.state ?? "") && resolve();
          new MutationObserver(look).observe(element, { attributeFilter: ["data-state"] });
          setTimeout(resolve, patience);
          look();
        }),
      [pattern, patience] as const,
    );
  }

  async hasPrinted(text: string): Promise<void> {
    expect(await this.log.textContent()).toBe(text);
  }

  /** As `hasPrinted`, without what Node writes to the error output: measured times, for instance. */
  async hasPrintedOnStandardOutput(text: string): Promise<void> {
    const lines = this.log.locator(".pane-line:not(.pane-line-warn, .pane-line-error)");
    expect((await lines.allTextContents()).join("")).toBe(text);
  }
}

/**
 * Every test runs cut off from all hosts but the site's own. An attempt to reach another one fails the test,
 * whether it comes from the page, the sandbox or the reader's program.
 */
export const test = base.extend<{ isCutOff: undefined }, { strangers: Strangers }>({
  strangers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const strangers = await Strangers.start();
      await use(strangers);
      await strangers.close();
    },
    { scope: "worker" },
  ],
  // What a test itself asks for by `page.request` comes to the proxy as well: `fetch` does not.
  proxy: async ({ strangers, baseURL }, use) =>
    use({ server: strangers.address, bypass: new URL(baseURL ?? "").host }),
  isCutOff: [
    async ({ strangers }, use) => {
      strangers.takeAsked();
      await use(undefined);
      expect(strangers.takeAsked(), "requests to other hosts").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
