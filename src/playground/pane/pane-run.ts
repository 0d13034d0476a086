import { retryable } from "../../loading/retryable.ts";
import type { RunState, StepperCommand } from "../../sandbox/protocol.ts";
import { firstUserFrame } from "../../trace/stack-frame.ts";
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
  readonly #runner = retryable(() => this.#openRunner());
  /** The run that waits for what it needs to be loaded: Stop takes it back, and a newer one replaces it. */
  #pending: symbol | undefined;
  /** What shows the run; undefined where none is to be recorded. */
  #shownIn: EventLoopView | undefined;

  constructor(pane: PaneParts, files: PaneFiles, editing: PaneEditing, view: PaneView) {
    this.#pane = pane;
    this.#files = files;
    this.#editing = editing;
    this.#view = view;
    this.#state = new PaneState(pane);
  }

  get isRunning(): boolean {
    return this.#state.isRunning;
  }

  /** @param paused Whether the run waits before its first callback. */
  async start(paused = false): Promise<void> {
    // Said at once: the reader pressed a button, and the first time it takes a moment to load what runs programs.
    this.#setState("running", 0);
    const run = Symbol("run");
    this.#pending = run;
    try {
      const [runner, files, view] = await Promise.all([
        this.#runner.load(),
        this.#files.toRun(this.#pane.version, this.#editing.editor),
        this.#view.isOpen ? this.#view.open() : undefined,
      ]);
      if (this.#pending === run) {
        this.#pending = undefined;
        this.#view.disownRuns();
        this.#noteVersion();
        // Which ends what still runs, in the view that shows that.
        runner.run(files, this.#pane.version, { trace: view !== undefined, paused });
        this.#shownIn = view;
        view?.begin();
      }
    } catch (error) {
      console.error(error);
      if (this.#pending === run) {
        this.#pending = undefined;
        this.#setState("failed", 0);
        this.#pane.say(this.#pane.labels.loadFailed);
      }
    }
  }

  /** Of which version the output is; and CPython is on its way from now on, so the button needs not say what it weighs. */
  #noteVersion(): void {
    const { element, version, isPython, labels } = this.#pane;
    element.dataset.ran = version;
    if (isPython) {
      element.dataset.python = "asked for";
      this.#pane.button("run").textContent = labels.run;
    }
  }

  async stop(): Promise<void> {
    if (this.#pending !== undefined) {
      this.#pending = undefined;
      this.#setState("stopped", 0);
    }
    (await this.#runner.begun?.catch(() => undefined))?.stop();
  }

  /** Makes ready to run. If that fails, the reader's own run tries again and says so. */
  warmUp(): void {
    this.#runner.load().then(
      (runner) => runner.warmUp(this.#pane.version),
      () => {},
    );
  }

  async #openRunner(): Promise<LanguageRunners> {
    const { openRunner, markStaticCode } = await import("../run/open-runner.ts");
    return openRunner({
      labels: this.#pane.labels,
      container: this.#pane.element,
      log: this.#pane.part("log"),
      status: this.#pane.part("status"),
      sandboxAddress: this.#pane.address(this.#pane.isEmbedded ? "embed/sandbox/" : "sandbox/"),
      onState: (state, elapsed) => this.#setState(state, elapsed),
      onError: (error) => {
        const failure = error && firstUserFrame(error.frames);
        this.#editing.markError(failure);
        markStaticCode(this.#pane.element, this.#editing.editor === undefined ? failure : undefined);
      },
      onTrace: (events, dropped) => this.#shownIn?.add(events, dropped),
      onPaused: (paused) => this.#shownIn?.setPaused(paused),
    });
  }

  /** Passes on what the reader wants of a run that is recorded. */
  async drive(command: StepperCommand): Promise<void> {
    (await this.#runner.begun)?.drive(command);
  }

  async clearOutput(): Promise<void> {
    (await this.#runner.begun)?.clearOutput();
  }

  /** Leaves nothing of any run: no output, no mark, no state. What a program that is stopped still tells is not heard. */
  async reset(): Promise<void> {
    await this.stop();
    const runner = await this.#runner.begun?.catch(() => undefined);
    runner?.forget();
    this.#shownIn = undefined;
    await this.#view.reset();
    this.#state.clear();
  }

  #setState(state: RunState, elapsed: number): void {
    this.#state.set(state, elapsed);
    if (!this.isRunning) {
      this.#shownIn?.end();
    }
  }
}
