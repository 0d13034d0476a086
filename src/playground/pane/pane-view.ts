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
  /** The view's place in the page, as it was before the view came to life. */
  #untouched: HTMLElement | undefined;
  /** Shows the recorded run, in a pane that has one and can run nothing. */
  readonly #recording = retryable(() => this.#replay());

  constructor(pane: PaneParts, files: PaneFiles, host: ViewHost) {
    this.#pane = pane;
    this.#files = files;
    this.#host = host;
  }

  /** Undefined until it is first opened. */
  get shown(): EventLoopView | undefined {
    return this.#view;
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
      const { EventLoopView } = await import("../event-loop-view/event-loop-view.ts");
      this.#untouched ??= this.#pane.part("loop").cloneNode(true) as HTMLElement;
      this.#view ??= new EventLoopView(this.#pane.part("loop"), this.#host, this.#pane.language);
      if (this.isRecording) {
        await this.#recording.load();
      }
      return this.#view;
    } catch (error) {
      this.#pane.say(this.#pane.labels.viewFailed);
      console.error(error);
      return undefined;
    }
  }

  /** Shows what the page had to show, and no run of the reader's. It is open if it was. */
  async reset(): Promise<void> {
    if (this.#view === undefined || this.#untouched === undefined) {
      return;
    }
    this.#view.leave();
    this.#view = undefined;
    // An element of its own, so that nothing of the view before listens to it.
    this.#pane.part("loop").replaceWith(this.#untouched);
    this.#untouched = undefined;
    this.acceptFiles();
    this.#host.drive({ type: "speed", speed: 1 });
    if (this.isOpen) {
      await this.open();
    }
  }

  /** A file that is dropped on the view is shown in it. */
  acceptFiles(): void {
    const loop = this.#pane.part("loop");
    loop.addEventListener("dragover", (event) => event.preventDefault());
    loop.addEventListener("drop", (event) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) {
        void this.open().then((view) => view?.openTrace(file));
      }
    });
  }

  async #replay(): Promise<void> {
    const { fetchTrace } = await import("../event-loop-view/fetch-trace.ts");
    const events: readonly TraceEvent[] = await fetchTrace(
      this.#pane.address(`code/${this.#pane.example}/trace.json`),
    );
    this.#view?.replay(events);
  }
}
