import { expect } from "vitest";
import type { Engine } from "./engine.ts";

/** How often something is looked for, and a limit for what never comes, in milliseconds. */
export const patience = { timeout: 120_000, interval: 50 };

/** One pane of the page that an engine shows. */
export class EnginePane {
  readonly #engine: Engine;
  readonly #selector: string;

  constructor(engine: Engine, example: string) {
    this.#engine = engine;
    this.#selector = `[data-example="${example}"]`;
  }

  /** Waits until the pane has what makes it live. */
  async isReady(): Promise<void> {
    await expect.poll(() => this.count('[data-action="run"]:not(:disabled)'), patience).toBe(1);
  }

  async press(action: "run" | "stop" | "edit" | "reset"): Promise<void> {
    await this.#click(`[data-action="${action}"]`);
  }

  /** Presses a button of the menu "More". */
  async pressInMenu(action: "share"): Promise<void> {
    await this.#click(".pane-more > summary");
    await this.#click(`[data-action="${action}"]`);
  }

  /** As a reader who has jumped down the page does: the code of panes on the way may still push this one away. */
  async choose(version: string): Promise<void> {
    const choose = async () => {
      await this.#click(`label:has(input[value="${version}"])`);
      return this.count(`input[value="${version}"]:checked`);
    };
    await expect.poll(choose, patience).toBe(1);
  }

  async run(): Promise<void> {
    await this.press("run");
    await this.hasState(/^(done|failed)$/);
  }

  /** Types a program of one line over the code that is shown. */
  async type(code: string): Promise<void> {
    await expect.poll(() => this.#goIntoEditor(), patience).toBe(1);
    await this.#engine.replaceBy(code);
    await this.shows(code);
  }

  /**
   * Once there are edits, Reset stands in the place of Edit. As with the versions, a press may miss what is pushed away.
   * Answers with how many editors have the focus.
   */
  async #goIntoEditor(): Promise<number> {
    const editor = '[contenteditable="true"]';
    if ((await this.count(`${editor}:focus`)) === 0) {
      await ((await this.count(editor)) > 0 ? this.#click(editor) : this.press("edit"));
    }
    return this.count(`${editor}:focus`);
  }

  async shows(code: string | RegExp): Promise<void> {
    await this.#comesToSay('[contenteditable="true"]', code);
  }

  async hasState(state: RegExp): Promise<void> {
    await expect.poll(() => this.#state(), patience).toMatch(state);
  }

  async hasPrinted(text: RegExp): Promise<void> {
    await this.#comesToSay('[data-part="log"]', text);
  }

  async says(text: string): Promise<void> {
    await this.#comesToSay('[role="status"]', text);
  }

  async pressInView(action: "pause" | "step" | "back" | "table"): Promise<void> {
    await this.#click(`[data-loop="${action}"]`);
  }

  async isHeardInView(text: RegExp): Promise<void> {
    await this.#comesToSay('[data-loop-part="said"]', text);
  }

  /** The number of the event at the cursor of the view. */
  stepInView(): Promise<number> {
    return this.#engine.evaluate(
      (selector) => Number(document.querySelector(selector)?.ariaValueNow),
      `${this.#selector} [data-loop-part="picture"]`,
    );
  }

  /** The number of rows of the table that the view is told as. */
  rowsOfTable(): Promise<number> {
    return this.count('[data-loop-part="table"] tbody tr');
  }

  /** What has been printed, without what Node writes to the error output. */
  standardOutput(): Promise<string> {
    return this.#engine.evaluate(
      (selector) =>
        [...document.querySelectorAll(`${selector} .pane-line:not(.pane-line-warn, .pane-line-error)`)]
          .map((line) => line.textContent)
          .join(""),
      this.#selector,
    );
  }

  text(part: string): Promise<string> {
    return this.#engine.evaluate(
      (selector) => document.querySelector(selector)?.textContent ?? "",
      `${this.#selector} ${part}`,
    );
  }

  count(part: string): Promise<number> {
    return this.#engine.evaluate(
      (selector) => document.querySelectorAll(selector).length,
      `${this.#selector} ${part}`,
    );
  }

  async #comesToSay(part: string, text: string | RegExp): Promise<void> {
    await expect.poll(() => this.text(part), patience).toMatch(text);
  }

  #state(): Promise<string> {
    return this.#engine.evaluate(
      (selector) => document.querySelector<HTMLElement>(selector)?.dataset.state ?? "",
      this.#selector,
    );
  }

  async #click(part: string): Promise<void> {
    await this.#engine.click(`${this.#selector} ${part}`);
  }
}
