import { Cursor } from "./cursor.ts";
import { LoopSnapshots } from "./loop-state.ts";
import type { Moment } from "./moment.ts";
import type { SourceOf } from "./source-names.ts";
import { Timeline } from "./timeline.ts";
import type { ViewLabels } from "./view-labels.ts";

/** Where a run comes from, and what is wanted of it. */
export interface RunOrigin {
  readonly isOwn: boolean;
  readonly isOfExample?: boolean;
  /** Whether it is of a file that was opened: nobody knows of which code. */
  readonly isElsewhere?: boolean;
  readonly wantsValues?: boolean;
  readonly sourceOf?: SourceOf | undefined;
}

/** A run in the view, and what the reader looks at in it. */
export class ShownRun {
  readonly timeline: Timeline;
  readonly states: LoopSnapshots;
  readonly cursor: Cursor;
  /** Whether the pane's program runs or ran here, so that the pane's log is that of this run. */
  isOwn: boolean;
  readonly isElsewhere: boolean;
  /** The code that ran, as far as it is known. */
  readonly sourceOf: SourceOf | undefined;
  /** Whether what variables hold was to be recorded. */
  readonly #wantsValues: boolean;
  /** How many events of the run were too many to be kept. */
  dropped = 0;
  /** When the last events came, in milliseconds of the page's clock. */
  heard = performance.now();
  /** For how many seconds somebody had the thread, after the last event, when the run was stopped. */
  #held = 0;

  constructor({ isOwn, isElsewhere = false, wantsValues = false, sourceOf }: RunOrigin) {
    this.isOwn = isOwn;
    this.isElsewhere = isElsewhere;
    this.sourceOf = sourceOf;
    this.#wantsValues = wantsValues;
    this.timeline = new Timeline(sourceOf);
    this.states = new LoopSnapshots(this.timeline);
    this.cursor = new Cursor(this.timeline);
  }

  /** Whether it was recorded with what variables hold, though it may have waited nowhere. */
  get hasValues(): boolean {
    return this.#wantsValues || this.timeline.hasValues;
  }

  get isEmpty(): boolean {
    return this.timeline.events.length === 0;
  }

  /** Whether a loop has done anything: a program may print without one. */
  get hasLoop(): boolean {
    return this.timeline.events.some(({ kind }) => kind !== "output");
  }

  /** The moment at the cursor; undefined where there is none yet. */
  get moment(): Moment | undefined {
    return this.timeline.moments[this.cursor.index];
  }

  /** What is said of this run. */
  words(labels: ViewLabels): ViewLabels {
    return this.timeline.isOfPromises ? { ...labels, ...labels.ofPromises } : labels;
  }

  /** It is over. Of who still has the thread nothing was told since it was taken, and that is what the reader has stopped. */
  end(speed: number): void {
    const isHeld = this.dropped === 0 && this.states.at(this.timeline.end.index).running.length > 0;
    this.#held = isHeld ? this.now(speed).at - this.timeline.end.at : 0;
  }

  /**
   * Until when it is drawn: while the program runs, time goes on although nothing is told of it.
   *
   * @param speed How fast time goes by, as a part of real time; 0 while it stands still.
   */
  now(speed: number): Pick<Moment, "at" | "order"> {
    const { at, order } = this.timeline.end;
    const since = speed === 0 ? this.#held : ((performance.now() - this.heard) / 1000) * speed;
    return { at: at + since, order };
  }
}
