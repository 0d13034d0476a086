import { retryable } from "../../loading/retryable.ts";
import type { RunState, StepperCommand } from "../../sandbox/protocol.ts";
import { firstUserFrame, type StackFrame } from "../../trace/stack-frame.ts";
import type { EventLoopView } from "../event-loop-view/event-loop-view.ts";
import type { LanguageRunners } from "../run/language-runners.ts";
import type { PaneEditing } from "./pane-editing.ts";
import type { PaneFiles } from "./pane-files.ts";
import type { PaneParts } from "./pane-parts.ts";
import { PaneState } from "./pane-state.ts";
import type { PaneView } from "./pane-view.ts";

/** The run of a pane, one at a time. What runs programs (the runner) is loaded when the reader first wants to run. */
export class PaneRun {
  readonly #pane: PaneParts;
  readonly #files: PaneFiles;
  readonly #editing: PaneEditing;
  readonly #view: PaneView;
  readonly #state: PaneState;
  readonly #loading = retryable(() => this.#openRunner());
  /** Once it is loaded. */
  #runner: LanguageRunners | undefined;
  /** The run that waits for what it needs to be loaded: Stop takes it back, and a newer one replaces it. */
  #pending: symbol | undefined;
  /** The version of the latest run, to which all belongs that is told of it. */
  #version = "";
  /** What shows the run; undefined where none is to be recorded. */
  #shownIn: EventLoopView | undefined;
  #markStaticCode: ((pane: HTMLElement, failure: StackFrame | undefined) => void) | undefined;

  constructor(pane: PaneParts, files: PaneFiles, editing: PaneEditing, view: PaneView) {
    this.#pane = pane;
    this.#files = files;
    this.#editing = editing;
    this.#view = view;
    this.#state = new PaneState(pane, (version) => editing.editor?.code(version));
  }

  /** Another version is shown: what is seen of runs is its own last one. */
  showVersion(): void {
    this.#pane.records.show(this.#pane.version);
    this.#state.show();
    this.#showFailure();
  }

  /** A verdict on code that did not run is taken back. */
  noteEdit(): void {
    this.#state.show();
  }

  /**
   * @param paused Whether the run waits before its first callback.
   * @param edits Resolves when the reader's code is there.
   */
  async start(paused = false, edits?: Promise<void>): Promise<void> {
    const { version } = this.#pane;
    if (version !== this.#version) {
      // One program at a time: that of another version has been stopped, and its tab says so.
      this.stop();
      this.#version = version;
      this.#shownIn = undefined;
    }
    this.#pane.say("");
    // Said at once: the reader pressed a button, and the first time it takes a moment to load what runs programs.
    this.#setState("running", 0);
    const run = Symbol("run");
    this.#pending = run;
    try {
      const [runner, files, opened] = await Promise.all([
        this.#loading.load(),
        this.#readFiles(version, edits),
        this.#view.isWanted ? this.#view.open() : undefined,
      ]);
      if (this.#pending === run) {
        this.#pending = undefined;
        this.#begin(runner, files, opened, paused);
      }
    } catch (error) {
      console.error(error);
      if (this.#pending === run) {
        this.#pending = undefined;
        this.#setState("failed", 0);
        this.#pane.complain(this.#pane.labels.loadFailed, version);
      }
    }
  }

  async #readFiles(version: string, edits: Promise<void> | undefined): Promise<Record<string, string>> {
    await edits;
    return this.#files.toRun(version, this.#editing.editor);
  }

  #begin(
    runner: LanguageRunners,
    files: Readonly<Record<string, string>>,
    view: EventLoopView | undefined,
    paused: boolean,
  ): void {
    const version = this.#version;
    this.#view.of(version)?.disown();
    this.#pane.records.of(version).files = files;
    this.#nameRunButton();
    // Which ends what still runs, in the view that shows that.
    runner.run(files, version, { trace: view !== undefined, paused, values: view?.wantsValues });
    if (view === undefined) {
      // Nobody else tells it that its run has made way for one that is not recorded.
      this.#shownIn?.end();
    }
    this.#shownIn = view;
    view?.begin();
  }

  /** CPython is on its way from now on, so the button needs not say what it weighs. */
  #nameRunButton(): void {
    const { element, labels } = this.#pane;
    if (this.#version.endsWith(".py")) {
      element.dataset.python = "asked for";
      this.#pane.button("run").textContent = labels.run;
    }
  }

  /** Whichever version it is of. */
  stop(): void {
    if (this.#pending !== undefined) {
      this.#pending = undefined;
      this.#setState("stopped", 0);
    }
    this.#runner?.stop();
  }

  /** Makes ready to run. If that fails, the reader's own run tries again and says so. */
  warmUp(): void {
    this.#loading.load().then(
      (runner) => runner.warmUp(this.#pane.version),
      () => {},
    );
  }

  async #openRunner(): Promise<LanguageRunners> {
    const { labels, records } = this.#pane;
    const { openRunner, markStaticCode, ownMessageFor, explainLack } = await import("../run/open-runner.ts");
    this.#markStaticCode = markStaticCode;
    this.#runner = openRunner({
      labels,
      ownMessage: await ownMessageFor(labels.language),
      container: this.#pane.element,
      log: (version) => records.of(version).log,
      report: () => records.of(this.#version).report,
      sandboxAddress: this.#pane.address(this.#pane.isEmbedded ? "embed/sandbox/" : "sandbox/"),
      onState: (state, elapsed) => this.#setState(state, elapsed),
      onError: (error) => {
        records.of(this.#version).failure = error && firstUserFrame(error.frames);
        this.#showFailure();
        if (error !== undefined) {
          void this.#sayWhy((files) => explainLack(error, files, labels.language));
        }
      },
      onTrace: (events, dropped) => this.#shownIn?.add(events, dropped),
      onPaused: (paused) => this.#shownIn?.setPaused(paused),
      onUndriven: () => this.#shownIn?.setUndriven(),
    });
    return this.#runner;
  }

  /** Of a run that has failed by now, and not of one that has begun meanwhile. */
  async #sayWhy(
    explain: (files: Readonly<Record<string, string>>) => Promise<string | undefined>,
  ): Promise<void> {
    const version = this.#version;
    const { files = {} } = this.#pane.records.of(version);
    const why = await explain(files);
    if (why !== undefined && files === this.#pane.records.of(version).files) {
      this.#pane.say(why, version);
    }
  }

  #showFailure(): void {
    const { element, records, version } = this.#pane;
    const failure = records.failureIn(version, this.#editing.editor?.code(version));
    this.#editing.markError(failure);
    this.#markStaticCode?.(element, this.#editing.editor === undefined ? failure : undefined);
  }

  /** Passes on what the reader wants of a run that is recorded. */
  drive(command: StepperCommand): void {
    this.#runner?.drive(command);
  }

  clearOutput(): void {
    this.#runner?.clearOutput(this.#pane.version);
  }

  /** Leaves nothing of any run of any version: no output, no mark, no state. What a program that is stopped still tells is not heard. */
  async reset(): Promise<void> {
    this.stop();
    this.#runner?.leave();
    this.#shownIn = undefined;
    this.#state.clear();
    this.#showFailure();
    await this.#view.reset();
  }

  #setState(state: RunState, elapsed: number): void {
    this.#state.set(this.#version, state, elapsed);
    if (!this.#state.isRunning) {
      this.#shownIn?.end();
    }
  }
}
