import type { PaneParts } from "./pane-parts.ts";

/** The menu of what is seldom wanted. It closes when the reader turns to something else. */
export class PaneMenu {
  readonly #details: HTMLDetailsElement;

  constructor(pane: PaneParts) {
    this.#details = pane.find<HTMLDetailsElement>("details.pane-more");
    this.#details.addEventListener("toggle", () => this.#watchOutside());
    this.#details.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.#details.open) {
        // It leaves nothing but the menu.
        event.preventDefault();
        this.close();
      }
    });
    this.#details.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.#details.contains(relatedTarget)) {
        this.close();
      }
    });
  }

  /** What has the focus in it leaves that to the button which opens it. */
  close(): void {
    if (this.#details.open && this.#details.contains(document.activeElement)) {
      this.#details.querySelector("summary")?.focus({ preventScroll: true });
    }
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
