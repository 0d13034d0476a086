import type { Labels } from "../labels.ts";

/** Shows beside the status of a pane how much of what a program needs has been fetched. */
export class LoadingBar {
  readonly #status: HTMLElement;
  readonly #bar = document.createElement("progress");
  readonly #labels: Labels;

  constructor(status: HTMLElement, labels: Labels) {
    this.#status = status;
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
    if (!this.#bar.isConnected) {
      this.#status.textContent = this.#labels.loadingPython;
      this.#status.after(this.#bar);
    }
    if (part < 1) {
      this.#bar.value = part;
    } else if (this.#bar.hasAttribute("value")) {
      // All is here, and nobody can say how long CPython takes to begin.
      this.#bar.removeAttribute("value");
      this.#status.textContent = this.#labels.startingPython;
    }
  }
}
