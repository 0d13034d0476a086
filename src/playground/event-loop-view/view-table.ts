import { tableOf } from "./table.ts";
import type { Timeline } from "./timeline.ts";
import type { ViewLabels } from "./view-labels.ts";

/** The same as the picture, as a table that the reader can open. */
export class ViewTable {
  readonly #element: HTMLElement;
  readonly #button: Element | null;
  readonly #labels: ViewLabels;

  constructor(view: HTMLElement, labels: ViewLabels) {
    this.#element = view.querySelector('[data-loop-part="table"]') as HTMLElement;
    this.#button = view.querySelector('[data-loop="table"]');
    this.#labels = labels;
  }

  get isOpen(): boolean {
    return !this.#element.hidden;
  }

  /** @param values What the column of the values of variables is called; left out where nobody wants to see them. */
  toggle(timeline: Timeline, labels: ViewLabels, values?: string): void {
    this.#element.hidden = this.isOpen;
    this.#button?.setAttribute("aria-pressed", String(this.isOpen));
    if (this.isOpen) {
      this.fill(timeline, labels, values);
    }
  }

  fill(timeline: Timeline, labels: ViewLabels, values?: string): void {
    this.#element.tabIndex = 0;
    this.#element.role = "region";
    this.#element.ariaLabel = this.#labels.table;
    this.#element.innerHTML = tableOf(timeline, labels, values);
  }
}
