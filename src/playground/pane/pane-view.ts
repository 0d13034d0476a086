import { retryable } from "../../loading/retryable.ts";
import type { TraceEvent } from "../../trace/trace.ts";
import type { EventLoopView, ViewHost } from "../event-loop-view/event-loop-view.ts";
import type { PaneFiles } from "./pane-files.ts";
import { type PaneParts, toggle } from "./pane-parts.ts";

/** Where an example that opens with the event-loop view does so with all of it. The style sheet says the same. */
const wideScreen = "(min-width: 50.0625rem)";

/** What shows the runs of one version. It is loaded when it is first opened. */
interface Stage {
  readonly element: HTMLElement;
  view: EventLoopView | undefined;
}

/** The event-loop view of a pane: whether it is open, and what it shows. */
export class PaneView {
  readonly #pane: PaneParts;
  readonly #files: PaneFiles;
  readonly #host: ViewHost;
  /** Of which version what is in the page shows runs. */
  #version: string;
  /** By the version whose runs each shows; all but one are out of sight. */
  readonly #stages = new Map<string, Stage>();
  /** The view's place in the page, as it was before the view came to life. */
  #untouched: HTMLElement | undefined;
  /** Whether the page has the picture of a recorded run. */
  readonly #isRecorded: boolean;
  /** Whether the reader has turned to that picture. */
  #isExplored = false;
  /** The recorded run. */
  readonly #recording = retryable(() => this.#fetchRecording());
  /** What CPython did with the example; of no example that waits for more than timers. */
  readonly #pythonRecording = retryable(() => this.#fetchPythonRecording());

  constructor(pane: PaneParts, files: PaneFiles, host: ViewHost) {
    this.#pane = pane;
    this.#files = files;
    this.#host = host;
    // As the page was built; a browser may have kept another choice over a reload.
    this.#version = pane.element.dataset.version ?? "";
    this.#isRecorded = pane.element.dataset.loop !== undefined;
  }

  /** Undefined until it is first opened. */
  get shown(): EventLoopView | undefined {
    return this.of(this.#version);
  }

  /** That of a version, in sight or not; undefined until it is first opened. */
  of(version: string): EventLoopView | undefined {
    return this.#stages.get(version)?.view;
  }

  get #isOfPython(): boolean {
    return this.#version.endsWith(".py");
  }

  /** Another version is shown: each has its own run, in a view of its own. */
  async showVersion(): Promise<void> {
    // That of Python may have waited for code that is not edited.
    if ((this.#followVersion() || this.#isOfPython) && this.isOpen) {
      await Promise.all([this.open(), this.lacksPicture && this.fetchPicture()]);
    }
  }

  /** Answers whether another view has taken the place of the one before. */
  #followVersion(): boolean {
    const { version } = this.#pane;
    if (this.#version === version) {
      return false;
    }
    const before = this.#stage;
    before.view?.rest();
    this.#untouched ??= before.element.cloneNode(true) as HTMLElement;
    this.#version = version;
    before.element.replaceWith(this.#stage.element);
    return true;
  }

  /** That of the version which is in sight. */
  get #stage(): Stage {
    let stage = this.#stages.get(this.#version);
    if (stage === undefined) {
      // The first is what the page has.
      const element = this.#stages.size === 0 ? this.#pane.part("loop") : this.#freshElement();
      stage = { element, view: undefined };
      this.#stages.set(this.#version, stage);
    }
    return stage;
  }

  get isOpen(): boolean {
    const { loop } = this.#pane.element.dataset;
    return loop === "open" || (loop === "wide" && matchMedia(wideScreen).matches);
  }

  /**
   * Whether it is but the picture of a recorded run, as on a phone: its controls come once the reader opens it. The style
   * sheet knows it as well.
   */
  get isGlimpse(): boolean {
    return this.#pane.element.dataset.loop === "wide" && !this.isOpen;
  }

  /** Whether it is open, or will be once it is loaded: a run that begins meanwhile is recorded for it. */
  get isWanted(): boolean {
    return this.isOpen || this.#pane.button("loop").ariaPressed === "true";
  }

  /** Whether the page's recorded picture is of the version that is shown: it is of that which comes first. */
  get #isPictured(): boolean {
    return this.#pane.isFirst(this.#version);
  }

  /** Whether it shows a run that was recorded elsewhere, and nothing else. */
  get isRecording(): boolean {
    return this.#isPictured && this.#isOfNode && this.#pane.part("loop").childElementCount > 0;
  }

  get #isOfNode(): boolean {
    return this.#pane.needsNode;
  }

  /** Whether it is in sight with a link to its picture, which stands on the listing. */
  get lacksPicture(): boolean {
    return (this.isOpen || this.isGlimpse) && this.#pane.element.querySelector(".loop-sheet > a") !== null;
  }

  /** Where it cannot be fetched the link to it stays. */
  async fetchPicture(): Promise<void> {
    await this.#files.load().catch(console.error);
  }

  async toggle(button: HTMLButtonElement): Promise<void> {
    const hasView = toggle(button) && (await this.open()) !== undefined;
    // It may have been closed again while it was loaded.
    const isOpened = hasView && button.ariaPressed === "true";
    button.ariaPressed = String(isOpened);
    if (isOpened) {
      this.#pane.element.dataset.loop = "open";
      // The reader may have turned to another version meanwhile.
      await Promise.all([this.open(), this.lacksPicture && this.fetchPicture()]);
    } else {
      delete this.#pane.element.dataset.loop;
    }
  }

  /** Opens it, where it is not open yet. */
  async show(): Promise<EventLoopView | undefined> {
    if (!this.isOpen) {
      await this.toggle(this.#pane.button("loop"));
    }
    return this.open();
  }

  /**
   * Resolves with the view of the version that is shown now, also where the reader turns to another one meanwhile: its run is
   * recorded all the same.
   */
  async open(): Promise<EventLoopView | undefined> {
    this.#followVersion();
    const [version, stage] = [this.#version, this.#stage];
    try {
      const [{ EventLoopView }, recorded] = await Promise.all([
        import("../event-loop-view/event-loop-view.ts"),
        this.isRecording && stage.view === undefined ? this.#recording.load() : undefined,
      ]);
      if (this.#stages.get(version) !== stage) {
        // There has been a Reset meanwhile.
        return this.open();
      }
      this.#untouched ??= stage.element.cloneNode(true) as HTMLElement;
      if (stage.view === undefined) {
        stage.view = new EventLoopView(stage.element, this.#host, this.#pane.language, {
          pane: this.#pane,
          version,
        });
        if (recorded !== undefined) {
          stage.view.replay(recorded);
        }
      }
      this.#recall(version, stage.view);
      return stage.view;
    } catch (error) {
      this.#pane.complain(this.#pane.labels.viewFailed, version);
      console.error(error);
      return undefined;
    }
  }

  /** A picture that is in sight says so once the code is another one. */
  async noteEdit(): Promise<void> {
    const isUntold = this.shown === undefined && this.#isRecorded && this.#isPictured && this.isOpen;
    if (isUntold && this.#host.isEdited(this.#version)) {
      await this.open();
    }
    this.shown?.noteEdit();
  }

  /** Keeps its button as it is in a window that becomes wider, or narrower. */
  followWidth(button: HTMLButtonElement): void {
    button.ariaPressed = String(this.isOpen);
    matchMedia(wideScreen).addEventListener("change", () => {
      button.ariaPressed = String(this.isOpen);
    });
  }

  /** Once the reader turns to the picture of the recorded run, it can be walked through before anything runs. */
  async explore(): Promise<void> {
    const version = this.#version;
    if (
      this.#isExplored ||
      !this.#isRecorded ||
      this.isGlimpse ||
      !this.#isPictured ||
      this.#host.isEdited(version)
    ) {
      return;
    }
    this.#isExplored = true;
    if (this.lacksPicture) {
      // A view that comes first would have nothing to save.
      await this.fetchPicture();
    }
    const view = await this.open();
    if (view === undefined || this.#isOfNode) {
      return;
    }
    try {
      const recorded = await this.#recording.load();
      if (view === this.of(version) && !this.#host.isEdited(version)) {
        view.recall(recorded);
      }
    } catch (error) {
      // It is asked for again when the reader comes back. A run of the reader's is drawn all the same.
      this.#isExplored = false;
      console.error(error);
    }
  }

  /** Has the view show what there is of a version that has not run. */
  #recall(version: string, view: EventLoopView): void {
    if (version.endsWith(".py")) {
      // A run need not wait for it.
      void this.#recallPython(view);
    } else if (this.#isOfNode && !this.#pane.isFirst(version)) {
      view.haveNothing();
    }
  }

  /**
   * Has the view show what CPython did with the example, whose code must be there for its lines to be marked. Of code that the
   * reader has changed nothing is recorded.
   */
  async #recallPython(view: EventLoopView): Promise<void> {
    try {
      const [recorded] = await Promise.all([this.#pythonRecording.load(), this.#files.load()]);
      if (view !== this.of("main.py")) {
        return;
      }
      if (recorded === undefined) {
        await this.#sayWhetherPythonRuns(view);
      } else if (!this.#host.isEdited("main.py")) {
        view.recall(recorded);
      }
    } catch (error) {
      // A run of the reader's is drawn all the same.
      console.error(error);
    }
  }

  async #sayWhetherPythonRuns(view: EventLoopView): Promise<void> {
    const { needOf } = await import("../python/why-not-here.ts");
    if (needOf(this.#files.original("main.py")) !== undefined) {
      view.haveNothing();
    }
  }

  /** Shows what the page had to show, and no run of the reader's. It is open if it was. */
  async reset(): Promise<void> {
    if (this.#untouched === undefined) {
      return;
    }
    const before = this.#stage;
    before.view?.leave();
    this.#isExplored = false;
    this.#stages.clear();
    const element = this.#freshElement();
    this.#stages.set(this.#version, { element, view: undefined });
    before.element.replaceWith(element);
    this.#host.drive({ type: "speed", speed: 1 });
    if (this.isOpen) {
      await Promise.all([this.open(), this.lacksPicture && this.fetchPicture()]);
    }
  }

  /**
   * An element of its own, so that nothing of the view before listens to it. What the page has to show is of one version: for
   * the others there is as much room, and nothing in it.
   */
  #freshElement(): HTMLElement {
    const element = this.#untouched?.cloneNode(true) as HTMLElement;
    if (!this.#isPictured) {
      for (const part of element.querySelectorAll(".loop-sheet, .loop-said")) {
        part.replaceChildren();
      }
    }
    this.acceptFiles(element);
    return element;
  }

  /** A file that is dropped on the view is shown in it. */
  acceptFiles(loop = this.#pane.part("loop")): void {
    loop.addEventListener("dragover", (event) => event.preventDefault());
    loop.addEventListener("drop", (event) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) {
        void this.open().then((view) => view?.openTrace(file));
      }
    });
  }

  async #fetchRecording(): Promise<readonly TraceEvent[]> {
    const { fetchTrace } = await import("../event-loop-view/fetch-trace.ts");
    return fetchTrace(this.#pane.address(`code/${this.#pane.example}/trace.json`));
  }

  async #fetchPythonRecording(): Promise<readonly TraceEvent[] | undefined> {
    const { fetchBothTraces } = await import("../event-loop-view/both-languages/fetch-both-traces.ts");
    return (await fetchBothTraces(this.#pane))?.python;
  }
}
