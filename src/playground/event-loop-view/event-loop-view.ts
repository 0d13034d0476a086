import type { EditorView } from "@codemirror/view";
import type { StepperCommand } from "../../sandbox/protocol.ts";
import { canSuspend } from "../../sandbox/python/can-suspend.ts";
import { cut } from "../../trace/cut.ts";
import type { TraceEvent } from "../../trace/trace.ts";
import type { PaneParts } from "../pane/pane-parts.ts";
import { chooseFile } from "../sharing/choose-file.ts";
import { exactly } from "./axis.ts";
import { BothToggle } from "./both-languages/both-toggle.ts";
import { describeMoment, momentText } from "./describe-moment.ts";
import { heightOf } from "./drawing.ts";
import { readTraceFile } from "./read-trace-file.ts";
import { Redraws } from "./redraws.ts";
import { RunExplorer } from "./run-explorer.ts";
import { type RunDrawing, RunPicture } from "./run-picture.ts";
import { ShownMoment } from "./shown-moment.ts";
import { type RunOrigin, ShownRun } from "./shown-run.ts";
import { ValuesToggle } from "./values/values-toggle.ts";
import { type Phase, ViewControls } from "./view-controls.ts";
import { type ViewLabels, viewLabelsFor } from "./view-labels.ts";
import { renderViewShell } from "./view-shell.ts";
import { ViewTable } from "./view-table.ts";

/** What the view needs of its pane. */
export interface ViewHost {
  run(paused: boolean): void;
  drive(command: StepperCommand): void;
  /** The editor, or the element with the static code of the file that is shown. */
  code(): EditorView | HTMLElement;
  /** The file that runs and is shown. */
  version(): string;
  /**
   * The code of a version, by the names of its files: as its latest run had it, or as the example has it. None where the
   * program is elsewhere.
   */
  readonly sources?: (version: string, isOwn: boolean) => Readonly<Record<string, string>>;
  /** Whether a file reads otherwise than in the example. */
  isEdited(file: string): boolean;
  /** A file as the editor has it; undefined where there is none. */
  readonly edited?: (file: string) => string | undefined;
  /** Says why its runs cannot be paused, stepped through and slowed down, where they cannot. */
  readonly onlyWalk?: string;
}

/** What a view in a pane belongs to. */
interface VersionOfPane {
  readonly pane: PaneParts;
  readonly version: string;
}

/** How many rows there is room for where the page did not say. */
const usualRows = 8;
/** How much of a file's name is said, in UTF-16 units. */
const mostOfName = 60;
/** A step is over at once, as a rule: to say that it goes on would only flicker. In milliseconds. */
const patience = 200;

/** The event-loop view of one pane: it takes what the run tells and the reader wants, and has it shown. */
export class EventLoopView {
  readonly #element: HTMLElement;
  readonly #host: ViewHost;
  readonly #labels: ViewLabels;
  readonly #language: string | undefined;
  /** Whose runs it shows. */
  readonly #version: string;
  readonly #isOfPython: boolean;
  /** Why its runs cannot be paused, stepped through and slowed down: then they are looked at afterwards. */
  readonly #onlyWalk: string | undefined;
  readonly #picture: RunPicture;
  readonly #controls: ViewControls;
  readonly #table: ViewTable;
  readonly #moment: ShownMoment;
  readonly #explorer: RunExplorer;
  readonly #both: BothToggle;
  readonly #values: ValuesToggle;
  readonly #redraws = new Redraws(() => this.#redraw());
  #run = new ShownRun({ isOwn: false });
  #phase: Phase = "idle";
  /** How long the run before took: the axis starts with as much, so that it need not shrink all the time. */
  #expected = 0;
  /** A run of the example that was recorded. */
  #recorded: readonly TraceEvent[] | undefined;
  /** The moment of the next run that the reader's link leads to: the number of an event. */
  #wanted: number | undefined;
  /** Runs out when a step takes so long that the reader is to know that it goes on. */
  #patience: ReturnType<typeof setTimeout> | undefined;
  #isStepping = false;
  /** What was said of the run that is shown, before the code was changed. */
  #saidOfRun: string | undefined;

  /** @param of Whose runs it shows, where that need not be in sight. */
  constructor(element: HTMLElement, host: ViewHost, language: string | undefined, of?: VersionOfPane) {
    this.#element = element;
    this.#host = host;
    this.#labels = viewLabelsFor(language);
    this.#language = language;
    this.#version = of?.version ?? host.version();
    this.#isOfPython = this.#version.endsWith(".py");
    this.#onlyWalk = host.onlyWalk ?? (this.#isOfPython && !canSuspend() ? this.#labels.onlyWalk : undefined);
    if (element.childElementCount === 0) {
      element.innerHTML = renderViewShell(this.#labels, "", heightOf(usualRows), {
        until: 0,
        isRecording: false,
      });
    }
    this.#picture = new RunPicture(element, this.#labels);
    this.#controls = new ViewControls(element, this.#labels);
    this.#table = new ViewTable(element, this.#labels);
    const say = (text: string) => this.#controls.say(text);
    this.#both = new BothToggle(element, of?.pane, this.#labels, say);
    this.#values = new ValuesToggle(element, language, say, () => this.#schedule());
    this.#moment = new ShownMoment(element, this.#labels, this.#values, () => this.#schedule());
    this.#explorer = new RunExplorer({
      picture: this.#picture,
      moment: this.#moment,
      run: () => this.#run,
      isStill: () => this.#phase === "paused" || this.#phase === "ended",
      code: () => ({ code: host.code(), file: this.#file }),
      redraw: () => this.#schedule(),
      openTrace: () => chooseFile((file) => void this.openTrace(file)),
    });
    this.#expected = this.#picture.until;
    if (element.querySelector(".loop-sheet")?.childElementCount === 0) {
      // The page may have spoken of a picture, which is another version's.
      this.#moment.say(this.#labels.hint);
    }
    if (of?.version === "plain.ts" && !of.pane.needsNode) {
      this.#values.offer();
    }
    if (this.#onlyWalk !== undefined) {
      this.#controls.letDrive(false);
      this.#controls.say(this.#onlyWalk);
      this.#moment.say(this.#labels.hint);
    }
    this.#showControls();
    this.#controls.onSpeed((speed) => this.#isUnderWay && host.drive({ type: "speed", speed }));
    new ResizeObserver(() => this.#schedule()).observe(this.#picture.element);
  }

  /** Another run begins, in this view or not: the pane's log is not that of the run which is shown. */
  disown(): void {
    this.#run.isOwn = false;
  }

  /** Another view takes the place of this one, which may come back. */
  rest(): void {
    this.#both.close();
    this.#moment.leave();
  }

  /** The number of the event that the reader has gone back to in the run of this pane; undefined at its end. */
  get momentBefore(): number | undefined {
    const { isOwn, isEmpty, cursor } = this.#run;
    return isOwn && !isEmpty && !cursor.isAtEnd ? cursor.index : undefined;
  }

  /** Whether the next run is to be recorded with what variables hold. */
  get wantsValues(): boolean {
    return this.#values.isOn;
  }

  /** When the next run is over, its moment at an event is shown, or it is said that it has none. */
  goToMomentOfNextRun(index: number): void {
    this.#wanted = index;
  }

  /** A run begins. The picture of the one before stays until there is something to show. */
  begin(): void {
    this.#both.close();
    this.#expected = this.#run.timeline.end.at || this.#expected;
    // Until there is something to show, the code is marked for no run before.
    this.#moment.leave();
    this.#replaceRun({ isOwn: true, wantsValues: this.wantsValues });
    this.#enter("running");
    this.#controls.letDrive(this.#isDriven);
    if (this.#isDriven) {
      // That of another view may have been another one.
      this.#host.drive({ type: "speed", speed: this.#controls.speed });
    }
    this.#controls.say(this.#onlyWalk ?? "");
  }

  /** Shows a run that was over long ago. */
  replay(events: readonly TraceEvent[]): void {
    this.#run.timeline.add(events);
    if (this.#run.timeline.hasValues) {
      this.#values.offer();
    }
    this.#enter("ended");
  }

  /** Shows a run of the example that was recorded, unless there is a run of the reader's by now. */
  recall(events: readonly TraceEvent[]): void {
    const said = this.#isOfPython ? this.#labels.recordedInPython : this.#labels.recordedHere;
    this.#recorded = events;
    if (this.#phase === "idle") {
      this.#replaceRun({ isOwn: false, isOfExample: true });
      this.replay(events);
      this.#controls.say(said);
    }
  }

  /** Of a run that was stopped before it began there is nothing to show: what was there before it comes back. */
  #recallAgain(): void {
    if (this.#recorded !== undefined && !this.#host.isEdited(this.#host.version())) {
      this.#enter("idle");
      this.recall(this.#recorded);
    }
  }

  /** There is no run, and will be none. */
  haveNothing(): void {
    if (this.#phase === "idle") {
      this.#controls.letDrive(false);
      this.#controls.say(this.#labels.neverRuns);
      this.#moment.say("");
    }
  }

  /** Shows the run in a file that a recorder wrote, or says that there is none in it. */
  async openTrace(file: File): Promise<void> {
    const name = cut(file.name, mostOfName).replaceAll(/\p{Bidi_C}/gu, "\ufffd");
    const events = await readTraceFile(file);
    if (this.#isUnderWay) {
      this.#controls.say(this.#labels.stopFirst);
    } else if (!Array.isArray(events)) {
      const { explainFault } = await import("./explain-fault.ts");
      this.#controls.say(this.#labels.noTrace(name, explainFault(events, this.#language)));
    } else {
      this.#both.close();
      this.#replaceRun({ isOwn: false, isElsewhere: true });
      this.#expected = 0;
      this.replay(events);
      this.#controls.say(this.#labels.opened(name));
    }
  }

  /** @param dropped How many events of the run so far were too many to be kept. */
  add(events: readonly TraceEvent[], dropped: number): void {
    const isFirst = this.#run.isEmpty;
    this.#run.timeline.add(events);
    if (isFirst) {
      this.#showControls();
    }
    this.#run.dropped = dropped;
    this.#run.heard = performance.now();
    // A step of a run that stands still.
    if (this.#phase === "paused") {
      this.#sayPaused();
    }
    this.#schedule();
  }

  setPaused(paused: boolean): void {
    this.#run.heard = performance.now();
    if (!this.#isUnderWay) {
      return;
    }
    clearTimeout(this.#patience);
    if (paused) {
      this.#enter("paused");
      this.#sayPaused();
    } else if (this.#isStepping) {
      const run = this.#run;
      this.#patience = setTimeout(
        () => run === this.#run && this.#phase === "paused" && this.#goOn(),
        patience,
      );
    } else {
      this.#goOn();
    }
  }

  #goOn(): void {
    if (this.#phase === "paused") {
      this.#controls.say("");
    }
    this.#enter("running");
  }

  /** Nobody can pause the run any more. */
  setUndriven(): void {
    if (this.#isUnderWay) {
      clearTimeout(this.#patience);
      this.#goOn();
      this.#controls.letDrive(false);
      this.#controls.say(this.#labels.undriven);
    }
  }

  /** The code has been edited: of a run of other code it is said that it is one. */
  noteEdit(): void {
    if (this.#isUnderWay || this.#element.querySelector(".loop-drawing") === null) {
      return;
    }
    const isOutdated = this.#isOutdated;
    if (isOutdated && this.#saidOfRun === undefined) {
      this.#saidOfRun = this.#controls.said;
      this.#controls.say(this.#labels.outdated);
    } else if (!isOutdated && this.#saidOfRun !== undefined) {
      this.#controls.say(this.#saidOfRun);
      this.#saidOfRun = undefined;
    }
    this.#explorer.showCursor();
  }

  /** The run has ended, in whatever way. */
  end(): void {
    if (!this.#isUnderWay) {
      return;
    }
    this.#run.end(this.#phase === "running" ? this.#controls.speed : 0);
    this.#enter("ended");
    this.#controls.letDrive(this.#isDriven);
    if (this.#run.isEmpty) {
      this.#endWithNothing();
      return;
    }
    const { dropped } = this.#run;
    const later = this.#isToldWhole ? this.#labels.dropped(dropped) : this.#labels.notRecordedLater;
    const more = dropped > 0 ? `. ${later}` : "";
    const ended = this.#run.hasLoop
      ? this.#words.endedAt(exactly(this.#run.now(0).at))
      : this.#labels.noLoopRan;
    this.#controls.say(ended + more);
    this.#goToWanted();
  }

  /** A picture beside the words that nothing was recorded would be that of another run. */
  #endWithNothing(): void {
    if (this.#isToldWhole) {
      this.#controls.say("");
    } else {
      this.#controls.say(this.#labels.nothingRecorded);
      this.#moment.say(this.#labels.hint);
      this.#picture.clear(this.#labels.hint);
      this.#showControls();
    }
    this.#recallAgain();
  }

  #goToWanted(): void {
    const wanted = this.#wanted;
    this.#wanted = undefined;
    if (wanted === undefined) {
      return;
    }
    const moment = this.#run.timeline.moments[wanted];
    if (moment === undefined) {
      this.#controls.say(this.#labels.noMoment);
    } else {
      this.#run.cursor.moveTo(wanted);
      this.#controls.say(this.#labels.atMoment(exactly(moment.at)));
    }
  }

  /** Leaves the code and the log, before another view takes the place of this one. */
  leave(): void {
    this.#run = new ShownRun({ isOwn: false });
    this.#phase = "idle";
    this.#moment.leave();
  }

  /** Of a run of the code in the pane the names in its source are known. */
  #replaceRun(about: RunOrigin): void {
    const isOfPane = about.isOwn || about.isOfExample === true;
    const sources = isOfPane ? this.#host.sources?.(this.#version, about.isOwn) : undefined;
    this.#run = new ShownRun({ ...about, sourceOf: sources && ((path) => sources[path]) });
    this.#saidOfRun = undefined;
    this.#picture.showAll();
  }

  /** What each control does; it names its action in `data-loop`. */
  readonly #actions: Readonly<Record<string, () => unknown>> = {
    pause: () => {
      if (this.#phase === "paused") {
        this.#drive({ type: "resume" });
      } else if (this.#phase === "running") {
        this.#drive({ type: "pause" });
      }
    },
    step: () => this.#step({ type: "step" }),
    "step-to-output": () => this.#step({ type: "step to output" }),
    "zoom-in": () => this.#explorer.commands.zoom(0.5),
    "zoom-out": () => this.#explorer.commands.zoom(2),
    fit: () => this.#explorer.commands.showAll(),
    start: () => this.#explorer.commands.moveToStart(),
    back: () => this.#explorer.commands.moveBy(-1),
    forward: () => this.#explorer.commands.moveBy(1),
    end: () => this.#explorer.commands.moveToEnd(),
    table: () => {
      const { timeline } = this.#run;
      this.#table.toggle(timeline, this.#words, this.#values.titleFor(timeline));
    },
    save: () => this.#toggleSaveChoice(),
    export: () => this.#export(),
    "save-trace": () => this.#saveRun(({ saveTrace }) => saveTrace(this.#run.timeline)),
    "save-chrome-trace": () =>
      this.#saveRun(({ saveChromeTrace }) => saveChromeTrace(this.#run.timeline, this.#words)),
  };

  act(action: string): void {
    if (this.#controls.has(action)) {
      void this.#actions[action]?.();
    }
  }

  /** One step on: through what is known of the run, and then of the program itself. */
  advance(): void {
    const { isEmpty, cursor } = this.#run;
    if (this.#phase === "ended" && cursor.follows) {
      this.#explorer.commands.moveToStart();
    } else if (this.#phase === "ended" || (this.#phase === "paused" && !isEmpty && !cursor.isAtEnd)) {
      this.#explorer.commands.moveBy(1);
    } else {
      this.#step({ type: "step" });
    }
  }

  /** A step of a program that does not run yet is its start. Promises cannot be paused, but looked at afterwards. */
  #step(command: StepperCommand): void {
    if (this.#run.timeline.isOfPromises && this.#host.version() === "plain.ts" && this.#phase !== "idle") {
      this.#explorer.commands.moveBy(1);
    } else if (this.#phase === "paused") {
      this.#drive(command);
    } else if (this.#phase === "running") {
      this.#drive({ type: "pause" });
    } else if (this.#isDriven) {
      this.#host.run(true);
    }
  }

  /** From here on the run is followed, until the reader goes back in it: what it tells of this may come later than that. */
  #drive(command: StepperCommand): void {
    this.#run.cursor.follow();
    this.#isStepping = command.type === "step" || command.type === "step to output";
    this.#host.drive(command);
  }

  #enter(phase: Phase): void {
    this.#phase = phase;
    this.#showControls();
    this.#schedule();
  }

  #showControls(): void {
    this.#controls.show(this.#phase, !this.#run.isEmpty);
  }

  /** What is next is in the picture, too; who cannot see it hears it. */
  #sayPaused(): void {
    const { timeline, states } = this.#run;
    const { at, index } = timeline.end;
    const words = describeMoment(timeline, states.at(index), at, this.#labels);
    this.#controls.say(this.#words.pausedAt(words.time), momentText(words, this.#labels));
  }

  get #isDriven(): boolean {
    return this.#onlyWalk === undefined;
  }

  /** Nobody counts what a run in Python does when no more of it is kept. */
  get #isToldWhole(): boolean {
    return this.#isDriven && !this.#isOfPython;
  }

  get #isUnderWay(): boolean {
    return this.#phase === "running" || this.#phase === "paused";
  }

  /** The file whose lines are those of the run; none where the reader has changed what ran, or it ran elsewhere. */
  get #file(): string {
    return this.#run.isElsewhere || this.#isOutdated ? "" : this.#host.version();
  }

  /** Whether the code is no longer what ran; before any run the picture is that of the example. */
  get #isOutdated(): boolean {
    const file = this.#host.version();
    if (this.#run.isEmpty) {
      return this.#host.isEdited(file);
    }
    const [ran, now] = [this.#run.sourceOf?.(file), this.#host.edited?.(file)];
    return ran !== undefined && now !== undefined && ran !== now;
  }

  get #words(): ViewLabels {
    return this.#run.words(this.#labels);
  }

  // Drawing.

  #schedule(): void {
    this.#redraws.schedule(this.#phase !== "running");
  }

  #redraw(): void {
    const { timeline } = this.#run;
    if (this.#run.isEmpty || !this.#element.isConnected) {
      return;
    }
    this.#picture.show(this.#drawing());
    this.#explorer.showCursor();
    if (this.#table.isOpen && this.#phase !== "running") {
      this.#table.fill(timeline, this.#words, this.#values.titleFor(timeline));
    }
    const isMoving = this.#phase === "running" && !matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (isMoving) {
      this.#schedule();
    }
  }

  #drawing(): RunDrawing {
    const run = this.#run;
    const file = this.#file;
    const isRunning = this.#phase === "running";
    const now = run.now(isRunning ? this.#controls.speed : 0);
    return {
      run,
      words: this.#words,
      now,
      until: this.#phase === "ended" ? now.at : Math.max(this.#expected, now.at),
      isLit: (interval) => interval === run.cursor.interval || this.#moment.isPointedAt(interval, file),
    };
  }

  async #toggleSaveChoice(): Promise<void> {
    const { toggleSaveChoice } = await import("./save-choice.ts");
    toggleSaveChoice(this.#element, this.#labels);
  }

  async #saveRun(save: (saving: typeof import("./save-run.ts")) => void): Promise<void> {
    if (this.#run.isEmpty) {
      this.#controls.say(this.#labels.nothingToSave);
    } else {
      save(await import("./save-run.ts"));
    }
  }

  async #export(): Promise<void> {
    const shown = this.#element.querySelector(".loop-drawing");
    if (shown !== null) {
      await this.#picture.save(shown, this.#drawing());
    }
  }
}
