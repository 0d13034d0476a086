import type { PaneParts } from "./pane-parts.ts";

/** The menu of what is seldom wanted. It closes when the reader turns to something else. */
export class PaneMenu {
  readonly #details: HTMLDetailsElement;

  constructor(pane: PaneParts) {
    this.#details = pane.find<HTMLDetailsElement>("details.pane-more");
    this.#details.addEventListener("toggle", () => this.#watchOutside());
    this.#details.addEventListener("keydown", ({ key }) => {
      if (key === "Escape" && this.#details.open) {
        this.close();
        this.#details.querySelector("summary")?.focus();
      }
    });
  }

  close(): void {
    this.#details.open = false;
  }

  #watchOutside(): void {
    const close = ({ target }: Event) => {
      if (!this.#details.contains(target as Node)) {
        this.close();
      }
    };
    if (this.#details.open) {
      document.addEventListener("pointerdown", close);
      this.#details.addEventListener("toggle", () => document.removeEventListener("pointerdown", close), {
        once: true,
      });
    }
  }
}
