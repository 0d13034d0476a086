import { retryable } from "../../loading/retryable.ts";
import type { TraceEvent } from "../../trace/trace.ts";
import type { EventLoopView, ViewHost } from "../event-loop-view/event-loop-view.ts";
import type { PaneFiles } from "./pane-files.ts";
import { type PaneParts, toggle } from "./pane-parts.ts";

/** Where an example that opens with the event-loop view does so. The style sheet says the same. */
const wideScreen = "(min-width: 50.0625rem)";

/** The event-loop view of a pane: whether it is open, and what it shows. It is loaded when it is first opened. */
export class PaneView {
  readonly #pane: PaneParts;
  readonly #files: PaneFiles;
  readonly #host: ViewHost;
  #view: EventLoopView | undefined;
  /** Of which version what is in the page shows runs. */
  #version = "";
  /** What is out of sight, for runs of the other versions that were shown since the first view was opened. */
  readonly #others = new Map<
    string,
    { readonly view: EventLoopView | undefined; readonly element: HTMLElement }
  >();
  /** The view's place in the page, as it was before the view came to life. */
  #untouched: HTMLElement | undefined;
  /** The recorded run, of a pane that has one and cannot run its TypeScript. */
  readonly #recording = retryable(() => this.#fetchRecording());

  constructor(pane: PaneParts, files: PaneFiles, host: ViewHost) {
    this.#pane = pane;
    this.#files = files;
    this.#host = host;
  }

  /** Undefined until it is first opened. */
  get shown(): EventLoopView | undefined {
    return this.#view;
  }

  /** That of a version, in sight or not; undefined until it is first opened. */
  of(version: string): EventLoopView | undefined {
    return version === this.#version ? this.#view : this.#others.get(version)?.view;
  }

  /** Another version is shown: each has its own run, in a view of its own. */
  async showVersion(): Promise<void> {
    if (this.#untouched !== undefined && this.#version !== this.#pane.version) {
      this.#exchange();
      if (this.isOpen) {
        await this.open();
      }
    }
  }

  #exchange(): void {
    this.#view?.rest();
    const { version } = this.#pane;
    const { element, view } = this.#others.get(version) ?? { element: this.#freshElement(), view: undefined };
    const before = this.#pane.part("loop");
    this.#others.set(this.#version, { view: this.#view, element: before });
    this.#view = view;
    this.#version = version;
    before.replaceWith(element);
  }

  get isOpen(): boolean {
    const { loop } = this.#pane.element.dataset;
    return loop === "open" || (loop === "wide" && matchMedia(wideScreen).matches);
  }

  /** Whether it shows a run that was recorded elsewhere, and nothing else. */
  get isRecording(): boolean {
    return this.#pane.element.dataset.runtime === "node" && this.#pane.part("loop").childElementCount > 0;
  }

  /** Whether it is open with a link to its picture, which stands on the listing. */
  get lacksPicture(): boolean {
    return this.isOpen && this.#pane.element.querySelector(".loop-sheet > a") !== null;
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
      if (this.lacksPicture) {
        await this.fetchPicture();
      }
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

  async open(): Promise<EventLoopView | undefined> {
    try {
      const [{ EventLoopView }, recorded] = await Promise.all([
        import("../event-loop-view/event-loop-view.ts"),
        this.isRecording && this.#view === undefined ? this.#recording.load() : undefined,
      ]);
      this.#untouched ??= this.#pane.part("loop").cloneNode(true) as HTMLElement;
      if (this.#view === undefined) {
        this.#version = this.#pane.version;
        this.#view = new EventLoopView(this.#pane.part("loop"), this.#host, this.#pane.language);
        if (recorded !== undefined) {
          this.#view.replay(recorded);
        }
      }
      return this.#view;
    } catch (error) {
      this.#pane.complain(this.#pane.labels.viewFailed);
      console.error(error);
      return undefined;
    }
  }

  /** Shows what the page had to show, and no run of the reader's. It is open if it was. */
  async reset(): Promise<void> {
    if (this.#untouched === undefined) {
      return;
    }
    this.#view?.leave();
    this.#view = undefined;
    this.#others.clear();
    this.#pane.part("loop").replaceWith(this.#freshElement());
    this.#host.drive({ type: "speed", speed: 1 });
    if (this.isOpen) {
      await this.open();
    }
  }

  /** An element of its own, so that nothing of the view before listens to it. */
  #freshElement(): HTMLElement {
    const element = this.#untouched?.cloneNode(true) as HTMLElement;
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
}
