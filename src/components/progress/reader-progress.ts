import { allEdits, forgetEdits } from "../../playground/memory/all-edits.ts";
import { chooseFile } from "../../playground/sharing/choose-file.ts";
import { save } from "../../playground/sharing/save-file.ts";
import { markDone } from "../../progress/done-mark.ts";
import { forgetProgress, keptProgress, noteRead, whenProgressChanges } from "../../progress/kept-progress.ts";
import { progressLabelsFor } from "../../progress/progress-labels.ts";
import { addProgressFile, progressFile } from "./progress-file.ts";

/** The page of what a reader has done: it shows what the browser keeps, and changes, saves, opens and erases it. */
class ReaderProgress extends HTMLElement {
  readonly #labels = progressLabelsFor(document.documentElement.lang);

  connectedCallback(): void {
    for (const box of this.#boxes) {
      box.disabled = false;
      box.addEventListener("change", () => noteRead(box.value, box.checked));
    }
    for (const [action, act] of Object.entries(this.#actions)) {
      const button = this.#find<HTMLButtonElement>(`button[data-action="${action}"]`);
      button.disabled = false;
      button.addEventListener("click", act);
    }
    for (const event of whenProgressChanges) {
      addEventListener(event, () => this.#show());
    }
    this.#show();
  }

  readonly #actions = {
    save: () => save(progressFile(), "asyncio-ts-progress.json"),
    open: () => chooseFile((file) => void this.#open(file)),
    erase: () => this.#erase(),
  };

  #show(): void {
    const { read, solved } = keptProgress();
    for (const box of this.#boxes) {
      box.checked = read.includes(box.value);
    }
    for (const entry of this.#toSolve) {
      markDone(entry, solved.includes(entry.dataset.solve ?? ""), this.#labels.solved);
    }
    this.#part("summary").textContent = this.#labels.summary({
      read: this.#boxes.filter(({ checked }) => checked).length,
      lessons: this.#boxes.length,
      solved: this.querySelectorAll("[data-solve] .done-mark").length,
      toSolve: this.#toSolve.length,
      edited: Object.keys(allEdits()).length,
    });
  }

  async #open(file: File): Promise<void> {
    // So that a second file is told of again.
    this.#say("");
    try {
      this.#say(this.#labels.opened(await addProgressFile(file)));
    } catch (error) {
      this.#say(this.#labels.badFile(error instanceof Error ? error.message : String(error)));
    }
    this.#show();
  }

  #erase(): void {
    if (confirm(this.#labels.confirmErase)) {
      forgetEdits();
      forgetProgress();
      this.#say(this.#labels.erased);
    }
  }

  #say(text: string): void {
    this.#part("message").textContent = text;
  }

  get #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  }

  /** Exercises and puzzles. */
  get #toSolve(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[data-solve]")];
  }

  #part(name: string): HTMLElement {
    return this.#find(`[data-part="${name}"]`);
  }

  #find<E extends HTMLElement>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (found === null) {
      throw new Error(`The page of progress has no ${selector}. See progress-overview.astro.`);
    }
    return found;
  }
}

customElements.define("reader-progress", ReaderProgress);
