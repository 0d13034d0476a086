import type { RunState } from "../../sandbox/protocol.ts";
import { judge } from "./judge.ts";
import type { PaneParts } from "./pane-parts.ts";
import { swapButtons } from "./swap-buttons.ts";

/** The state of each version's run, and what the pane says of it. Its element has that of the version which is shown. */
export class PaneState {
  readonly #pane: PaneParts;
  readonly #codeOf: (version: string) => string | undefined;
  /** The version whose program runs. */
  #running: string | undefined;

  /** @param codeOf How a version reads now, if that may be otherwise than when the page was loaded. */
  constructor(pane: PaneParts, codeOf: (version: string) => string | undefined) {
    this.#pane = pane;
    this.#codeOf = codeOf;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** @param elapsed How long the run has taken, in milliseconds. */
  set(version: string, state: RunState, elapsed: number): void {
    const { labels, element, records } = this.#pane;
    this.#keepHeight();
    element.dataset.ran = "";
    const record = records.of(version);
    const running = state === "running" || state === "blocked";
    this.#running = running ? version : undefined;
    // From now on the log can hold more than fits, and must be in reach of the keyboard.
    record.log.tabIndex = 0;
    record.state = state;
    record.verdict = undefined;
    record.outcome = running ? labels.states[state] : `${labels.states[state]} · ${seconds(elapsed)}`;
    this.#mark(version, running);
    if (state === "done" && element.dataset.kind === "exercise") {
      this.#judge(version);
    } else {
      records.say(version, "said", record.outcome);
    }
    this.show();
  }

  /** Shows how things stand with the version that is shown. */
  show(): void {
    const { version, records, element } = this.#pane;
    const { state, verdict, outcome, files } = records.of(version);
    const code = files?.[version];
    // It is said of the code that ran, and of no other.
    const isOnThis = (this.#codeOf(version) ?? code) === code;
    element.dataset.state = state;
    delete element.dataset.verdict;
    if (verdict !== undefined) {
      const said = isOnThis ? verdict.said : outcome;
      if (this.#pane.part("said").textContent !== said) {
        records.say(version, "said", said);
      }
      if (isOnThis) {
        element.dataset.verdict = verdict.isRight ? "right" : "wrong";
      }
    }
    this.#offerStop();
  }

  /** In the place of Run, or beside it where the program of another version runs. */
  #offerStop(): void {
    const { version, labels } = this.#pane;
    const stop = this.#pane.button("stop");
    const other = this.#running === version ? undefined : this.#running;
    if (other === undefined) {
      stop.removeAttribute("title");
    } else {
      stop.title = labels.stillRuns(this.#tab(other).textContent.trim());
    }
    // What has a title stands beside Run.
    swapButtons(this.#pane.button("run"), stop, this.#running !== undefined);
  }

  /** As when the page was loaded. */
  clear(): void {
    const { element, records } = this.#pane;
    delete element.dataset.ran;
    this.#pane.part("output").style.minHeight = "";
    records.clear();
    this.show();
  }

  /** An exercise is solved when the program has printed exactly what was asked for. */
  #judge(version: string): void {
    const { labels, records } = this.#pane;
    const record = records.of(version);
    const wrong = judge(this.#pane.part("expected").textContent, record.log.textContent);
    const isRight = wrong === undefined;
    record.verdict = { isRight, said: isRight ? labels.right : labels.wrong(wrong) };
    records.say(version, "said", record.verdict.said);
    if (isRight && this.#pane.isFirst(version)) {
      void import("./mark-solved.ts").then(({ solve }) => solve(this.#pane), console.error);
    }
  }

  /** Whose program runs can be seen wherever the reader is. */
  #mark(version: string, running: boolean): void {
    this.#tab(version).toggleAttribute("data-running", running);
  }

  #tab(version: string): HTMLElement {
    return this.#pane.find(`label:has([value="${version}"])`);
  }

  /** The output takes the place of the expected output, and nothing below it moves. */
  #keepHeight(): void {
    const output = this.#pane.part("output");
    output.style.minHeight ||= `${output.offsetHeight}px`;
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
