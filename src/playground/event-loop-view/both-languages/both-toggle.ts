import { styleSheet } from "../../../loading/style-sheet.ts";
import styles from "../../../styles/event-loop-view/both-languages.css?url";
import type { PaneParts } from "../../pane/pane-parts.ts";
import { offerToggle } from "../legend-toggle.ts";
import type { ViewLabels } from "../view-labels.ts";
import { type BothLabels, bothLabelsFor } from "./both-labels.ts";
import type { BothRuns } from "./both-runs.ts";
import { isInBoth } from "./is-in-both.ts";

const sheet = styleSheet(styles);

/**
 * The switch of a view between the run of its pane and those of both languages, in a pane whose example is in both. What it
 * shows is fetched when the reader first asks for it.
 */
export class BothToggle {
  readonly #view: HTMLElement;
  readonly #pane: PaneParts | undefined;
  readonly #labels: ViewLabels;
  readonly #words: BothLabels;
  readonly #say: (text: string) => void;
  #button: HTMLButtonElement | undefined;
  #runs: BothRuns | undefined;

  /** @param say Says something about the view. */
  constructor(
    view: HTMLElement,
    pane: PaneParts | undefined,
    labels: ViewLabels,
    say: (text: string) => void,
  ) {
    this.#view = view;
    this.#pane = pane;
    this.#labels = labels;
    this.#words = bothLabelsFor(pane?.language);
    this.#say = say;
    if (pane !== undefined && isInBoth(pane)) {
      const { toggle: text, hint } = this.#words;
      this.#button = offerToggle(view, { text, hint }, () => void this.#toggle());
    }
  }

  /** Shows the run of the pane again. */
  close(): void {
    this.#runs?.element.remove();
    this.#press(false);
  }

  #press(isOn: boolean): void {
    if (this.#button !== undefined) {
      this.#button.ariaPressed = String(isOn);
    }
  }

  async #toggle(): Promise<void> {
    if (this.#button?.ariaPressed === "true") {
      this.close();
      return;
    }
    try {
      const runs = await this.#load();
      if (runs === undefined) {
        this.#say(this.#words.notRecorded);
        return;
      }
      this.#view.querySelector(".loop-legend")?.before(runs.element);
      this.#press(true);
      runs.draw();
    } catch (error) {
      this.#say(this.#words.notLoaded);
      console.error(error);
    }
  }

  async #load(): Promise<BothRuns | undefined> {
    if (this.#runs === undefined && this.#pane !== undefined) {
      const [{ BothRuns, fetchBothTraces }] = await Promise.all([import("./both-runs.ts"), sheet.load()]);
      const traces = await fetchBothTraces(this.#pane);
      this.#runs = traces && new BothRuns(traces, this.#labels, this.#words);
    }
    return this.#runs;
  }
}
