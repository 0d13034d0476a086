import { offerToggle } from "../legend-toggle.ts";
import type { ShownRun } from "../shown-run.ts";
import type { Timeline } from "../timeline.ts";
import type { ViewLabels } from "../view-labels.ts";
import { type ValuesLabels, valuesLabelsFor } from "./values-labels.ts";
import type { ValuesPanel } from "./values-panel.ts";

/**
 * The switch of a view of plain promises that shows what variables hold where calls wait. Only runs that begin while it is on
 * are recorded with values, and what shows them is fetched when the reader first asks for it.
 */
export class ValuesToggle {
  readonly #view: HTMLElement;
  readonly #words: ValuesLabels;
  readonly #say: (text: string) => void;
  readonly #onChange: () => void;
  #button: HTMLButtonElement | undefined;
  #panel: ValuesPanel | undefined;

  /**
   * @param say Says something about the view.
   * @param onChange Called when it was turned on or off.
   */
  constructor(
    view: HTMLElement,
    language: string | undefined,
    say: (text: string) => void,
    onChange: () => void,
  ) {
    this.#view = view;
    this.#words = valuesLabelsFor(language);
    this.#say = say;
    this.#onChange = onChange;
  }

  get isOn(): boolean {
    return this.#button?.ariaPressed === "true";
  }

  /** Offers it, where it is not offered yet. */
  offer(): void {
    const { toggle: text, hint } = this.#words;
    this.#button ??= offerToggle(this.#view, { text, hint }, () => void this.#toggle());
  }

  /** What the values of a run are called, where they are to be shown and there are some. */
  titleFor({ hasValues }: Timeline): string | undefined {
    return this.isOn && hasValues ? this.#words.title : undefined;
  }

  /** Shows those of the moment at the cursor, while it is on. */
  show(run: ShownRun, labels: ViewLabels): void {
    if (this.isOn) {
      this.#panel?.show(run, labels);
    }
  }

  async #toggle(): Promise<void> {
    if (this.#button === undefined) {
      return;
    }
    const isOn = !this.isOn;
    this.#button.ariaPressed = String(isOn);
    try {
      if (isOn) {
        await this.#load();
      }
    } catch (error) {
      this.#button.ariaPressed = "false";
      this.#say(this.#words.notLoaded);
      console.error(error);
    }
    // It may have been pressed again meanwhile.
    if (this.isOn && this.#panel !== undefined) {
      this.#view.querySelector(".loop-legend")?.before(this.#panel.element);
    } else {
      this.#panel?.element.remove();
    }
    this.#onChange();
  }

  async #load(): Promise<void> {
    const { ValuesPanel } = await import("./values-panel.ts");
    this.#panel ??= new ValuesPanel(this.#words);
  }
}
