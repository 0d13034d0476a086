import type { EditorView } from "@codemirror/view";
import type { StepperCommand } from "../../sandbox/protocol.ts";
import type { TraceEvent } from "../../trace/trace.ts";
import { type Axis, exactly, layOut } from "./axis.ts";
import { describeInterval, describeMoment, momentMarkup, momentText } from "./describe-moment.ts";
import { type Drawing, draw, heightOf, metrics, rowsOf } from "./draw.ts";
import { markEditorLines } from "./editor-lines.ts";
import { type Interval, intervalAt, type Lane } from "./lane.ts";
import { LoopSnapshots } from "./loop-state.ts";
import { Pointers } from "./pointers.ts";
import { standalone, stylesOf } from "./standalone.ts";
import { markStaticLines } from "./static-lines.ts";
import { tableOf } from "./table.ts";
import { Timeline } from "./timeline.ts";
import { type ViewLabels, viewLabelsFor } from "./view-labels.ts";
import { renderViewShell } from "./view-shell.ts";
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
/** How wide an exported picture is, in pixels. */
const exportWidth = 960;
/** How many rows an exported picture has at most. */
const mostExported = 200;

/** Panes of one page draw side by side, and what a drawing refers to must be its own. */
let views = 0;

type Phase = "idle" | "running" | "paused" | "ended";

/** The event-loop view of one pane: controls, picture, and the lines that it marks in the editor. */
export class EventLoopView {
  readonly #element: HTMLElement;
  readonly #host: ViewHost;
  readonly #labels: ViewLabels;
  readonly #id = `loop-view-${++views}`;
  #timeline = new Timeline();
  #states = new LoopSnapshots(this.#timeline);
  #axis: Axis = layOut([], 0, 1);
  #phase: Phase = "idle";
  #range: Range = everything;
  /** The number of the event at the cursor; undefined while it follows the run. */
  #cursor: number | undefined;
  #pointed: Interval | undefined;
  #pointedLane: Lane | undefined;
  #litLine: number | undefined;
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
    this.#listen();
    this.#expected = Number(this.#picture.dataset.until ?? 0);
    this.#showControls();
  }

  /** A run begins. The picture of the one before stays until there is something to show. */
  begin(): void {
    this.#expected = this.#timeline.end.at || this.#expected;
    this.#timeline = new Timeline();
    this.#states = new LoopSnapshots(this.#timeline);
    [this.#cursor, this.#pointed, this.#pointedLane] = [undefined, undefined, undefined];
    this.#dropped = 0;
    this.#range = everything;
    this.#heard = performance.now();
    this.#enter("running");
    if (this.#host.version() === "main.ts" || this.#host.version() === "solution.ts") {
      const speed = this.#speed;
      if (speed !== 1) {
        this.#host.drive({ type: "speed", speed });
      }
      this.#say("");
    } else {
      this.#say(this.#labels.noLoop);
    }
  }

  /** Shows a run that was over long ago. */
  replay(events: readonly TraceEvent[]): void {
    this.#timeline.add(events);
    this.#enter("ended");
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
    this.#say(this.#labels.endedAt(exactly(this.#timeline.end.at)) + dropped);
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
    table: () => this.#toggleTable(),
    export: () => this.#export(),
  };

  act(action: string): void {
    void this.#actions[action]?.();
  }

  /** A step of a program that does not run yet is its start. */
  #step(command: StepperCommand): void {
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
    this.#showControls();
    this.#schedule();
  }

  #showControls(): void {
    const pause = this.#element.querySelector<HTMLButtonElement>('[data-loop="pause"]');
    if (pause === null) {
      return;
    }
    pause.textContent = this.#phase === "paused" ? this.#labels.resume : this.#labels.pause;
    // Not disabled: a button that is would drop the focus.
    pause.ariaDisabled = String(this.#phase !== "paused" && this.#phase !== "running");
  }

  get #speed(): number {
    return Number(this.#speedChoice?.value ?? 1);
  }

  get #speedChoice(): HTMLSelectElement | null {
    return this.#element.querySelector('[data-loop-part="speed"]');
  }

  /** What is next is in the picture, too; who cannot see it hears it. */
  #sayPaused(): void {
    this.#cursor = undefined;
    const { at, index } = this.#timeline.end;
    const words = describeMoment(this.#timeline, this.#states.at(index), at, this.#labels);
    this.#say(this.#labels.pausedAt(words.time), momentText(words, this.#labels));
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
    const room = this.#room;
    this.#picture.style.setProperty(
      "--loop-hidden-rows",
      `${Math.max(0, rows.length - room) * metrics.lane}px`,
    );
    const now = this.#now();
    const until = this.#phase === "ended" ? now.at : Math.max(this.#expected, now.at);
    this.#axis = layOut(this.#timeline.moments, until, this.#width);
    this.#part("sheet").innerHTML =
      `${draw(this.#drawing(this.#range, this.#top, Math.min(room, rows.length)))}<div class="loop-cursor"></div>`;
    this.#showCursor();
    this.#markCode();
    if (!this.#part("table").hidden && this.#phase !== "running") {
      this.#fillTable();
    }
    const isMoving = this.#phase === "running" && !matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (isMoving) {
      this.#schedule();
    }
  }

  #drawing(range: Range, top: number, rows: number): Drawing {
    const lit = this.#litLine;
    const file = this.#host.version();
    return {
      timeline: this.#timeline,
      axis: this.#axis,
      viewport: { ...range, width: this.#width, top, rows },
      words: this.#labels,
      id: this.#id,
      now: this.#now(),
      isLit: (interval) =>
        interval === this.#pointed ||
        (lit !== undefined && interval.frames.some(({ path, line }) => path === file && line === lit)),
    };
  }

  /** While the program runs, time goes on although nothing is told of it. */
  #now(): { at: number; order: number } {
    const { at, order } = this.#timeline.end;
    if (this.#phase !== "running") {
      return { at, order };
    }
    return { at: at + ((performance.now() - this.#heard) / 1000) * this.#speed, order };
  }

  get #picture(): HTMLElement {
    return this.#part("picture");
  }

  /** How wide the plot is, in pixels. */
  get #width(): number {
    return Math.max(100, (this.#picture.clientWidth * (100 - metrics.names)) / 100);
  }

  /** How many rows there is room for. */
  get #room(): number {
    return Math.max(1, Math.floor((this.#picture.clientHeight - heightOf(0)) / metrics.lane));
  }

  get #top(): number {
    return Math.round(this.#picture.scrollTop / metrics.lane);
  }

  // The cursor.

  get #index(): number {
    return this.#cursor ?? this.#timeline.events.length - 1;
  }

  #showCursor(): void {
    const moment = this.#timeline.moments[this.#index];
    if (moment === undefined) {
      return;
    }
    const { from, to } = this.#range;
    const part = (this.#axis.xOf(moment) - from) / (to - from);
    const line = this.#element.querySelector<HTMLElement>(".loop-cursor");
    if (line !== null) {
      line.hidden = part < 0 || part > 1;
      line.style.left = `${metrics.names + part * (100 - metrics.names)}%`;
    }
    const words = describeMoment(this.#timeline, this.#states.at(moment.index), moment.at, this.#labels);
    const about =
      this.#pointed === undefined || this.#pointedLane === undefined
        ? ""
        : describeInterval(this.#timeline, this.#pointedLane, this.#pointed, this.#labels);
    this.#part("moment").innerHTML = momentMarkup(words, about, this.#labels);
    const picture = this.#picture;
    picture.ariaValueMax = String(this.#timeline.events.length - 1);
    picture.ariaValueNow = String(moment.index);
    picture.ariaValueText = momentText(words, this.#labels);
  }

  #moveCursor(index: number): void {
    this.#cursor = Math.min(Math.max(index, 0), this.#timeline.events.length - 1);
    const moment = this.#timeline.moments[this.#cursor];
    const range = moment === undefined ? this.#range : reveal(this.#range, this.#axis.xOf(moment));
    if (range === this.#range) {
      this.#showCursor();
    } else {
      this.#show(range);
    }
  }

  /** The event so many steps away: steps are what readers look for, and most events are not. */
  #stepsAway(steps: number): number {
    const { events } = this.#timeline;
    let index = this.#index;
    for (let left = Math.abs(steps); left > 0; left--) {
      do {
        index += Math.sign(steps);
      } while (index > 0 && index < events.length - 1 && !isStep(events[index]));
    }
    return index;
  }

  // Zoom and pan.

  #show(range: Range): void {
    this.#range = range;
    this.#schedule();
  }

  #zoom(factor: number, around?: number): void {
    const moment = this.#timeline.moments[this.#index];
    const middle = moment === undefined ? 0.5 : this.#axis.xOf(moment);
    this.#show(zoom(this.#range, factor, around ?? middle));
  }

  #axisX(clientX: number): number {
    const box = this.#picture.getBoundingClientRect();
    const part = ((clientX - box.left) / this.#picture.clientWidth) * 100;
    const inPlot = (part - metrics.names) / (100 - metrics.names);
    return this.#range.from + inPlot * (this.#range.to - this.#range.from);
  }

  // Input.

  #listen(): void {
    const picture = this.#picture;
    picture.tabIndex = 0;
    picture.role = "slider";
    picture.ariaLabel = this.#labels.moment;
    picture.title = "";
    picture.ariaDescription = this.#labels.keys;
    [picture.ariaValueMin, picture.ariaValueMax, picture.ariaValueNow] = ["0", "0", "0"];
    picture.ariaValueText = this.#part("moment").textContent;
    picture.addEventListener("keydown", (event) => this.#key(event));
    picture.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    picture.addEventListener("scroll", () => this.#schedule(), { passive: true });
    new Pointers(picture, {
      onMove: (event) => this.#point(event),
      onPan: (pixels) => this.#show(pan(this.#range, -pixels / this.#width)),
      onPinch: (factor, x) => this.#zoom(factor, this.#axisX(x)),
      onLeave: () => this.#light(undefined, undefined),
    });
    this.#speedChoice?.addEventListener("change", () =>
      this.#host.drive({ type: "speed", speed: this.#speed }),
    );
    new ResizeObserver(() => this.#schedule()).observe(picture);
  }

  readonly #keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => this.#moveCursor(this.#stepsAway(1)),
    ArrowLeft: () => this.#moveCursor(this.#stepsAway(-1)),
    PageDown: () => this.#moveCursor(this.#stepsAway(10)),
    PageUp: () => this.#moveCursor(this.#stepsAway(-10)),
    Home: () => this.#moveCursor(0),
    End: () => this.#moveCursor(this.#timeline.events.length - 1),
    ArrowUp: () => this.#picture.scrollBy({ top: -metrics.lane }),
    ArrowDown: () => this.#picture.scrollBy({ top: metrics.lane }),
    "+": () => this.#zoom(0.5),
    "=": () => this.#zoom(0.5),
    "-": () => this.#zoom(2),
    "0": () => this.#show(everything),
  };

  #key(event: KeyboardEvent): void {
    const action = this.#keys[event.key];
    if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    if (this.#timeline.events.length > 0) {
      action();
    }
  }

  /** The wheel alone scrolls the page, as everywhere. */
  #wheel(event: WheelEvent): void {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.#zoom(Math.exp(event.deltaY * 0.004), this.#axisX(event.clientX));
    } else if (this.#range !== everything && Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      this.#show(pan(this.#range, event.deltaX / this.#width));
    }
  }

  #point(event: PointerEvent): void {
    if (this.#timeline.events.length === 0) {
      return;
    }
    const x = this.#axisX(event.clientX);
    if (x < this.#range.from || x > this.#range.to) {
      return;
    }
    this.#cursor = Math.max(0, this.#axis.indexAt(x));
    const y = event.clientY - this.#part("sheet").getBoundingClientRect().top - metrics.axis;
    const row = Math.floor(y / metrics.lane);
    const lane = row >= 0 && row < this.#room ? rowsOf(this.#timeline)[row + this.#top] : undefined;
    this.#light(lane && intervalAt(lane, this.#cursor), lane);
    this.#showCursor();
  }

  #light(interval: Interval | undefined, lane: Lane | undefined): void {
    if (interval === this.#pointed) {
      return;
    }
    [this.#pointed, this.#pointedLane] = [interval, lane];
    this.#schedule();
  }

  // The code.

  #markCode(): void {
    const code = this.#host.code();
    const file = this.#host.version();
    const lit = this.#pointed?.frames.filter(({ path }) => path === file).map(({ line }) => line) ?? [];
    const waiting =
      this.#phase === "paused" ? waitingLines(this.#timeline, file) : new Map<number, string[]>();
    const onLine = (line: number | undefined) => {
      if (line === this.#litLine) {
        return;
      }
      this.#litLine = line;
      this.#schedule();
    };
    if (code instanceof HTMLElement) {
      markStaticLines(code, { waiting, lit }, onLine);
    } else {
      markEditorLines(code, { waiting, lit }, onLine);
    }
  }

  // Table and export.

  #toggleTable(): void {
    const [table, button] = [this.#part("table"), this.#element.querySelector('[data-loop="table"]')];
    table.hidden = !table.hidden;
    button?.setAttribute("aria-pressed", String(!table.hidden));
    if (!table.hidden) {
      this.#fillTable();
    }
  }

  #fillTable(): void {
    const table = this.#part("table");
    table.tabIndex = 0;
    table.role = "region";
    table.ariaLabel = this.#labels.table;
    table.innerHTML = tableOf(this.#timeline, this.#labels);
  }

  async #export(): Promise<void> {
    const drawing = this.#element.querySelector(".loop-drawing");
    if (drawing === null) {
      return;
    }
    const { save } = await import("../sharing/project-zip.ts");
    const rows = Math.min(rowsOf(this.#timeline).length, mostExported);
    const svg = rows === 0 ? drawing.outerHTML : draw(this.#drawing(this.#range, 0, rows));
    const ground = getComputedStyle(drawing).getPropertyValue("--pane-code-background").trim();
    const file = standalone(svg, exportWidth, stylesOf(drawing, document.styleSheets), ground);
    save(new Blob([file], { type: "image/svg+xml" }), "event-loop.svg");
  }

  #say(text: string, more = ""): void {
    const hidden = document.createElement("span");
    hidden.className = "sr-only";
    hidden.textContent = more === "" ? "" : `. ${more}`;
    this.#part("said").replaceChildren(text, hidden);
  }

  #part(name: string): HTMLElement {
    return this.#element.querySelector(`[data-loop-part="${name}"]`) as HTMLElement;
  }
}

function isStep(event: TraceEvent | undefined): boolean {
  return event?.kind === "began" || event?.kind === "ended" || event?.kind === "output";
}
