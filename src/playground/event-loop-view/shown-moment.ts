import type { EditorView } from "@codemirror/view";
import { CodeMarks } from "./code-marks.ts";
import { describeInterval, describeMoment, momentMarkup, momentText } from "./describe-moment.ts";
import type { Interval } from "./lane.ts";
import { titleOf } from "./lane.ts";
import { lastRunAt, linesOfLastRun } from "./last-run.ts";
import type { LineMarks } from "./line-marks.ts";
import { LogAtMoment } from "./log-at-moment.ts";
import type { LoopState } from "./loop-state.ts";
import { runningLine } from "./running-line.ts";
import type { ShownRun } from "./shown-run.ts";
import type { ValuesToggle } from "./values/values-toggle.ts";
import type { ViewLabels } from "./view-labels.ts";
import { waitingLinesAt } from "./waiting-lines.ts";

/** The code that is marked at a moment. */
export interface ShownCode {
  /** The editor, or the element with the static code of a file. */
  readonly code: EditorView | HTMLElement;
  /** The file that it is. */
  readonly file: string;
}

/** The moment at the cursor, everywhere but in the picture: in words, in the code, and in the pane's log. */
export class ShownMoment {
  readonly #words: HTMLElement;
  readonly #log: LogAtMoment;
  readonly #labels: ViewLabels;
  readonly #code: CodeMarks;
  readonly #values: ValuesToggle;

  /** @param onPointed Called when the reader points at another line of the code. */
  constructor(view: HTMLElement, labels: ViewLabels, values: ValuesToggle, onPointed: () => void) {
    this.#words = view.querySelector('[data-loop-part="moment"]') as HTMLElement;
    this.#log = new LogAtMoment(view, labels);
    this.#labels = labels;
    this.#values = values;
    this.#code = new CodeMarks(onPointed);
  }

  /** Whether an interval has to do with the line of a file that the reader points at. */
  isPointedAt(interval: Interval, file: string): boolean {
    return this.#code.isPointedAt(interval, file);
  }

  /**
   * Answers what is said of it to who cannot see.
   *
   * @param isStill Whether the program stands still or is over: else the code and the log are those of now.
   */
  show(run: ShownRun, isStill: boolean, { code, file }: ShownCode): string {
    const { timeline, states, cursor, moment } = run;
    const words = run.words(this.#labels);
    const state = states.at(cursor.index);
    const text = describeMoment(timeline, state, moment?.at ?? 0, words);
    const { lane, interval } = cursor;
    const about =
      lane === undefined || interval === undefined ? "" : describeInterval(timeline, lane, interval, words);
    this.#words.innerHTML = momentMarkup(text, about, words);
    this.#values.show(run, words);
    this.#code.show(code, this.#marks(run, state, isStill, file));
    if (isStill && run.isOwn && run.dropped === 0) {
      this.#log.show(timeline, cursor.index);
    } else {
      this.#log.showAll();
    }
    return momentText(text, words);
  }

  /** Says something in the place of the moment, while there is none. */
  say(text: string): void {
    this.#words.textContent = text;
  }

  /** Leaves the code and the log as they are without a moment. */
  leave(): void {
    this.#code.clear();
    this.#log.showAll();
  }

  #marks({ timeline, cursor }: ShownRun, state: LoopState, isStill: boolean, file: string): LineMarks {
    const handle = state.running.at(-1);
    const lit = cursor.interval?.frames.filter(({ path }) => path === file).map(({ line }) => line) ?? [];
    if (!isStill) {
      return { lit, ran: [], waiting: new Map(), running: undefined };
    }
    const line = handle === undefined ? undefined : runningLine(timeline, handle, cursor.index, file);
    const lane = timeline.lane(handle ?? 0);
    const name = lane === undefined ? timeline.labelOf(handle ?? 0) : titleOf(lane);
    return {
      lit,
      ran: handle === undefined ? linesOfLastRun(lastRunAt(timeline, state), file) : [],
      waiting: waitingLinesAt(timeline.lanes, file, cursor.index),
      running: line === undefined ? undefined : { line, name },
    };
  }
}
