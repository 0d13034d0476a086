import { noteSolved } from "../../progress/kept-progress.ts";
import type { RunState } from "../../sandbox/protocol.ts";
import { judge } from "./judge.ts";
import { markSolved } from "./mark-solved.ts";
import type { PaneParts } from "./pane-parts.ts";

/** The state of a pane's run, as its element has it in `data-state`, and what the pane says of it. */
export class PaneState {
  readonly #pane: PaneParts;

  constructor(pane: PaneParts) {
    this.#pane = pane;
  }

  get isRunning(): boolean {
    const { state } = this.#pane.element.dataset;
    return state === "running" || state === "blocked";
  }

  /** @param elapsed How long the run has taken, in milliseconds. */
  set(state: RunState, elapsed: number): void {
    const { labels, element } = this.#pane;
    this.#keepHeight();
    element.dataset.state = state;
    delete element.dataset.verdict;
    const running = this.isRunning;
    this.#pane.button("stop").disabled = !running;
    if (state === "done" && element.dataset.kind === "exercise") {
      this.#judge();
    } else {
      this.#pane.say(running ? labels.states[state] : `${labels.states[state]} · ${seconds(elapsed)}`);
    }
  }

  /** As when the page was loaded. */
  clear(): void {
    const { element } = this.#pane;
    element.dataset.state = "idle";
    delete element.dataset.verdict;
    delete element.dataset.ran;
    this.#pane.button("stop").disabled = true;
    this.#pane.part("output").style.minHeight = "";
    this.#pane.part("log").removeAttribute("tabindex");
    this.#pane.say("");
  }

  /** An exercise is solved when the program has printed exactly what was asked for. */
  #judge(): void {
    const { labels, element } = this.#pane;
    const wrong = judge(this.#pane.part("expected").textContent, this.#pane.part("log").textContent);
    element.dataset.verdict = wrong === undefined ? "right" : "wrong";
    this.#pane.say(wrong === undefined ? labels.right : labels.wrong(wrong));
    if (wrong === undefined && this.#pane.isReadersOwn(element.dataset.ran)) {
      noteSolved(this.#pane.example);
      markSolved(this.#pane);
    }
  }

  /** The output takes the place of the expected output, and nothing below it moves. */
  #keepHeight(): void {
    const output = this.#pane.part("output");
    output.style.minHeight ||= `${output.offsetHeight}px`;
    // From now on the log can hold more than fits, and must be in reach of the keyboard.
    this.#pane.part("log").tabIndex = 0;
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
