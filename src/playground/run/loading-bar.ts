import type { Labels } from "../labels.ts";

/** Shows beside the status of a pane how much of what a program needs has been fetched. */
export class LoadingBar {
  readonly #report: () => HTMLElement;
  readonly #bar = document.createElement("progress");
  readonly #labels: Labels;

  /** @param report What is said of the run. */
  constructor(report: () => HTMLElement, labels: Labels) {
    this.#report = report;
    this.#labels = labels;
    this.#bar.className = "pane-loading";
    this.#bar.ariaLabel = labels.loadingPython;
  }

  /** @param part From 0 to 1; undefined takes the bar away. */
  show(part: number | undefined): void {
    if (part === undefined) {
      this.#bar.remove();
      return;
    }
    // Which may be out of sight.
    if (this.#bar.parentElement === null) {
      this.#say(this.#labels.loadingPython);
      this.#report().append(this.#bar);
    }
    if (part < 1) {
      this.#bar.value = part;
    } else if (this.#bar.hasAttribute("value")) {
      // All is here, and nobody can say how long CPython takes to begin.
      this.#bar.removeAttribute("value");
      this.#say(this.#labels.startingPython);
    }
  }

  #say(text: string): void {
    (this.#report().querySelector('[data-part="said"]') as HTMLElement).textContent = text;
  }
}
