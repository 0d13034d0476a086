import type { PaneParts } from "../../pane/pane-parts.ts";
import type { ViewLabels } from "../view-labels.ts";
import { type BothLabels, bothLabelsFor } from "./both-labels.ts";
import type { BothRuns } from "./both-runs.ts";
import { isInBoth } from "./is-in-both.ts";

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
  readonly #button = document.createElement("button");
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
      this.#offer();
    }
  }

  /** Shows the run of the pane again. */
  close(): void {
    this.#runs?.element.remove();
    this.#button.ariaPressed = "false";
  }

  #offer(): void {
    const button = this.#button;
    button.type = "button";
    button.textContent = this.#words.toggle;
    button.title = this.#words.hint;
    button.ariaPressed = "false";
    button.addEventListener("click", () => void this.#toggle());
    const item = document.createElement("li");
    item.className = "loop-both-toggle";
    item.append(button);
    this.#view.querySelector(".loop-legend")?.append(item);
  }

  async #toggle(): Promise<void> {
    if (this.#button.ariaPressed === "true") {
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
      this.#button.ariaPressed = "true";
      runs.draw();
    } catch (error) {
      this.#say(this.#words.notLoaded);
      console.error(error);
    }
  }

  async #load(): Promise<BothRuns | undefined> {
    if (this.#runs === undefined && this.#pane !== undefined) {
      const { BothRuns, fetchBothTraces } = await import("./both-runs.ts");
      const traces = await fetchBothTraces(this.#pane);
      this.#runs = traces && new BothRuns(traces, this.#labels, this.#words);
    }
    return this.#runs;
  }
}
