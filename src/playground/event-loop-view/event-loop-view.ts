import type { EditorView } from "@codemirror/view";
import type { StepperCommand } from "../../sandbox/protocol.ts";
import { cut } from "../../trace/cut.ts";
import type { TraceEvent } from "../../trace/trace.ts";
import { type Axis, exactly, layOut } from "./axis.ts";
import { CodeMarks } from "./code-marks.ts";
import { Cursor } from "./cursor.ts";
import { describeInterval, describeMoment, momentMarkup, momentText } from "./describe-moment.ts";
import { draw } from "./draw.ts";
import { type Drawing, heightOf, rowsOf } from "./drawing.ts";
import { type Interval, intervalAt, type Lane } from "./lane.ts";
import { LoopSnapshots } from "./loop-state.ts";
import { Picture } from "./picture.ts";
import { listenTo, type PictureCommands } from "./picture-input.ts";
import { chooseTraceFile, readTraceFile } from "./read-trace-file.ts";
import { Timeline } from "./timeline.ts";
import { type Phase, ViewControls } from "./view-controls.ts";
import { type ViewLabels, viewLabelsFor } from "./view-labels.ts";
import { renderViewShell } from "./view-shell.ts";
import { ViewTable } from "./view-table.ts";
import { everything, pan, type Range, reveal, zoom } from "./viewport.ts";
import { waitingLines } from "./waiting-lines.ts";

/** What the view needs of its pane. */
export interface ViewHost {
  run(paused: boolean): void;
  drive(command: StepperCommand): void;
  /** The editor, or the element with the static code of the file that is shown. */
  code(): EditorView | HTMLElement;
  /** The file that runs and is shown. */
  version(): string;
}

/** How many rows there is room for where the page did not say. */
const usualRows = 8;
/** The least time between two drawings of a run that goes on, in milliseconds. */
const redrawInterval = 80;
/** How many rows an exported picture has at most. */
const mostExported = 200;
/** How much of a file's name is said, in UTF-16 units. */
const mostOfName = 60;

/** Panes of one page draw side by side, and what a drawing refers to must be its own. */
let views = 0;

/** The event-loop view of one pane: controls, picture, and the lines that it marks in the editor. */
export class EventLoopView {
  readonly #element: HTMLElement;
  readonly #host: ViewHost;
  readonly #labels: ViewLabels;
  readonly #id = `loop-view-${++views}`;
  readonly #picture: Picture;
  readonly #controls: ViewControls;
  readonly #table: ViewTable;
  readonly #code = new CodeMarks(() => this.#schedule());
  #timeline = new Timeline();
  #states = new LoopSnapshots(this.#timeline);
  #cursor = new Cursor(this.#timeline);
  #axis: Axis = layOut([], 0, 1);
  #phase: Phase = "idle";
  #range: Range = everything;
  /** How long the run before took: the axis starts with as much, so that it need not shrink all the time. */
  #expected = 0;
  /** How many events of the run were too many to be kept. */
  #dropped = 0;
  /** When the last events came, in milliseconds of the page's clock. */
  #heard = 0;
  #drawn = 0;
  #scheduled = false;

  constructor(element: HTMLElement, host: ViewHost, language: string | undefined) {
    this.#element = element;
    this.#host = host;
    this.#labels = viewLabelsFor(language);
    if (element.childElementCount === 0) {
      element.innerHTML = renderViewShell(this.#labels, "", heightOf(usualRows), {
        until: 0,
        isRecording: false,
      });
    }
    this.#picture = new Picture(element, this.#labels);
    this.#controls = new ViewControls(element, this.#labels);
    this.#table = new ViewTable(element, this.#labels);
    this.#expected = this.#picture.until;
    this.#controls.show(this.#phase);
    this.#listen();
  }

  /** A run begins. The picture of the one before stays until there is something to show. */
  begin(): void {
    this.#expected = this.#timeline.end.at || this.#expected;
    this.#forget();
    this.#heard = performance.now();
    this.#enter("running");
    const { speed } = this.#controls;
    if (speed !== 1) {
      this.#host.drive({ type: "speed", speed });
    }
    this.#controls.say("");
  }

  /** Shows a run that was over long ago. */
  replay(events: readonly TraceEvent[]): void {
    this.#timeline.add(events);
    this.#enter("ended");
  }

  /** Shows the run in a file that a recorder wrote, or says that there is none in it. */
  async openTrace(file: File): Promise<void> {
    const name = cut(file.name, mostOfName);
    const events = await readTraceFile(file);
    if (this.#phase === "running" || this.#phase === "paused") {
      this.#controls.say(this.#labels.stopFirst);
    } else if (events === undefined) {
      this.#controls.say(this.#labels.noTrace(name));
    } else {
      this.#forget();
      this.#expected = 0;
      this.replay(events);
      this.#controls.say(this.#labels.opened(name));
    }
  }

  /** @param dropped How many events of the run so far were too many to be kept. */
  add(events: readonly TraceEvent[], dropped: number): void {
    this.#timeline.add(events);
    this.#dropped = dropped;
    this.#heard = performance.now();
    // A step of a run that stands still.
    if (this.#phase === "paused") {
      this.#sayPaused();
    }
    this.#schedule();
  }

  setPaused(paused: boolean): void {
    this.#heard = performance.now();
    if (this.#phase !== "running" && this.#phase !== "paused") {
      return;
    }
    this.#enter(paused ? "paused" : "running");
    if (paused) {
      this.#sayPaused();
    }
  }

  /** The run has ended, in whatever way. */
  end(): void {
    if (this.#phase === "idle" || this.#phase === "ended") {
      return;
    }
    this.#enter("ended");
    if (this.#timeline.events.length === 0) {
      return;
    }
    const dropped = this.#dropped > 0 ? `. ${this.#labels.dropped(this.#dropped)}` : "";
    this.#controls.say(this.#words.endedAt(exactly(this.#timeline.end.at)) + dropped);
  }

  /** Makes room for another run. */
  #forget(): void {
    this.#timeline = new Timeline();
    this.#states = new LoopSnapshots(this.#timeline);
    this.#cursor = new Cursor(this.#timeline);
    this.#dropped = 0;
    this.#range = everything;
  }

  /** What each control does; it names its action in `data-loop`. */
  readonly #actions: Readonly<Record<string, () => unknown>> = {
    pause: () => {
      if (this.#phase === "paused") {
        this.#host.drive({ type: "resume" });
      } else if (this.#phase === "running") {
        this.#host.drive({ type: "pause" });
      }
    },
    step: () => this.#step({ type: "step" }),
    "step-to-output": () => this.#step({ type: "step to output" }),
    "zoom-in": () => this.#zoom(0.5),
    "zoom-out": () => this.#zoom(2),
    fit: () => this.#show(everything),
    back: () => this.#moveCursor((cursor) => cursor.moveBy(-1)),
    forward: () => this.#moveCursor((cursor) => cursor.moveBy(1)),
    table: () => this.#table.toggle(this.#timeline, this.#words),
    export: () => this.#export(),
  };

  act(action: string): void {
    void this.#actions[action]?.();
  }

  /** A step of a program that does not run yet is its start. Promises cannot be paused, but looked at afterwards. */
  #step(command: StepperCommand): void {
    if (this.#timeline.isOfPromises && this.#host.version() === "plain.ts" && this.#phase !== "idle") {
      this.#moveCursor((cursor) => cursor.moveBy(1));
      return;
    }
    if (this.#phase === "paused") {
      this.#host.drive(command);
    } else if (this.#phase === "running") {
      this.#host.drive({ type: "pause" });
    } else {
      this.#host.run(true);
    }
  }

  #enter(phase: Phase): void {
    this.#phase = phase;
    this.#controls.show(phase);
    this.#schedule();
  }

  /** What is next is in the picture, too; who cannot see it hears it. */
  #sayPaused(): void {
    this.#cursor.follow();
    const { at, index } = this.#timeline.end;
    const words = describeMoment(this.#timeline, this.#states.at(index), at, this.#labels);
    this.#controls.say(this.#labels.pausedAt(words.time), momentText(words, this.#labels));
  }

  // Drawing.

  #schedule(): void {
    if (this.#scheduled) {
      return;
    }
    this.#scheduled = true;
    const wait =
      this.#phase === "running" ? Math.max(0, redrawInterval - (performance.now() - this.#drawn)) : 0;
    setTimeout(() => requestAnimationFrame(() => this.#redraw()), wait);
  }

  #redraw(): void {
    this.#scheduled = false;
    this.#drawn = performance.now();
    const rows = rowsOf(this.#timeline);
    if (this.#timeline.events.length === 0 || !this.#element.isConnected) {
      return;
    }
    const shown = Math.min(this.#picture.room, rows.length);
    const now = this.#now();
    const until = this.#phase === "ended" ? now.at : Math.max(this.#expected, now.at);
    this.#axis = layOut(this.#timeline.moments, until, this.#picture.width);
    this.#picture.show(draw(this.#drawing(this.#picture.top, shown)), rows.length);
    this.#showCursor();
    this.#markCode();
    if (this.#table.isOpen && this.#phase !== "running") {
      this.#table.fill(this.#timeline, this.#words);
    }
    const isMoving = this.#phase === "running" && !matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (isMoving) {
      this.#schedule();
    }
  }

  #drawing(top: number, rows: number): Drawing {
    const file = this.#host.version();
    return {
      timeline: this.#timeline,
      axis: this.#axis,
      viewport: { ...this.#range, width: this.#picture.width, top, rows },
      words: this.#words,
      id: this.#id,
      now: this.#now(),
      isLit: (interval) => interval === this.#cursor.interval || this.#code.isPointedAt(interval, file),
    };
  }

  /** What is said of the run that is shown. */
  get #words(): ViewLabels {
    const { ofPromises } = this.#labels;
    return this.#timeline.isOfPromises ? { ...this.#labels, ...ofPromises } : this.#labels;
  }

  /** While the program runs, time goes on although nothing is told of it. */
  #now(): { at: number; order: number } {
    const { at, order } = this.#timeline.end;
    if (this.#phase !== "running") {
      return { at, order };
    }
    return { at: at + ((performance.now() - this.#heard) / 1000) * this.#controls.speed, order };
  }

  // The cursor.

  #showCursor(): void {
    const { index, interval, lane } = this.#cursor;
    const moment = this.#timeline.moments[index];
    if (moment === undefined) {
      return;
    }
    const words = describeMoment(this.#timeline, this.#states.at(moment.index), moment.at, this.#words);
    const about =
      interval === undefined || lane === undefined
        ? ""
        : describeInterval(this.#timeline, lane, interval, this.#words);
    this.#part("moment").innerHTML = momentMarkup(words, about, this.#words);
    const { from, to } = this.#range;
    this.#picture.showCursor((this.#axis.xOf(moment) - from) / (to - from), {
      index: moment.index,
      last: this.#timeline.events.length - 1,
      text: momentText(words, this.#labels),
    });
  }

  #moveCursor(move: (cursor: Cursor) => void): void {
    move(this.#cursor);
    const moment = this.#timeline.moments[this.#cursor.index];
    const range = moment === undefined ? this.#range : reveal(this.#range, this.#axis.xOf(moment));
    if (range === this.#range) {
      this.#showCursor();
    } else {
      this.#show(range);
    }
  }

  #point(clientX: number, clientY: number): void {
    const x = this.#picture.axisX(clientX, this.#range);
    if (this.#timeline.events.length === 0 || x < this.#range.from || x > this.#range.to) {
      return;
    }
    this.#cursor.moveTo(this.#axis.indexAt(x));
    const row = this.#picture.rowAt(clientY);
    const lane = row === undefined ? undefined : rowsOf(this.#timeline)[row];
    this.#light(lane && intervalAt(lane, this.#cursor.index), lane);
    this.#showCursor();
  }

  #light(interval: Interval | undefined, lane: Lane | undefined): void {
    if (this.#cursor.point(interval, lane)) {
      this.#schedule();
    }
  }

  // Zoom and pan.

  #show(range: Range): void {
    this.#range = range;
    this.#schedule();
  }

  #zoom(factor: number, around?: number): void {
    const moment = this.#timeline.moments[this.#cursor.index];
    const middle = moment === undefined ? 0.5 : this.#axis.xOf(moment);
    this.#show(zoom(this.#range, factor, around ?? middle));
  }

  readonly #commands: PictureCommands = {
    hasRun: () => this.#timeline.events.length > 0,
    isZoomed: () => this.#range !== everything,
    moveBy: (steps) => this.#moveCursor((cursor) => cursor.moveBy(steps)),
    moveToStart: () => this.#moveCursor((cursor) => cursor.moveTo(0)),
    moveToEnd: () => this.#moveCursor((cursor) => cursor.moveTo(this.#timeline.events.length - 1)),
    zoom: (factor, clientX) =>
      this.#zoom(factor, clientX === undefined ? undefined : this.#picture.axisX(clientX, this.#range)),
    showAll: () => this.#show(everything),
    pan: (pixels) => this.#show(pan(this.#range, pixels / this.#picture.width)),
    point: (clientX, clientY) => this.#point(clientX, clientY),
    leave: () => this.#light(undefined, undefined),
    openTrace: () => chooseTraceFile((file) => void this.openTrace(file)),
  };

  #listen(): void {
    const { element } = this.#picture;
    listenTo(element, this.#commands);
    element.addEventListener("scroll", () => this.#schedule(), { passive: true });
    this.#controls.onSpeed((speed) => this.#host.drive({ type: "speed", speed }));
    new ResizeObserver(() => this.#schedule()).observe(element);
  }

  // The code, the table and the saved picture.

  #markCode(): void {
    const file = this.#host.version();
    const waiting =
      this.#phase === "paused" ? waitingLines(this.#timeline, file) : new Map<number, string[]>();
    this.#code.show(this.#host.code(), file, this.#cursor.interval, waiting);
  }

  async #export(): Promise<void> {
    const drawing = this.#element.querySelector(".loop-drawing");
    if (drawing === null) {
      return;
    }
    const { saveDrawing } = await import("./save-drawing.ts");
    const rows = Math.min(rowsOf(this.#timeline).length, mostExported);
    saveDrawing(drawing, rows === 0 ? drawing.outerHTML : draw(this.#drawing(0, rows)));
  }

  #part(name: string): HTMLElement {
    return this.#element.querySelector(`[data-loop-part="${name}"]`) as HTMLElement;
  }
}
