import type { PaneFiles } from "./pane-files.ts";
import type { PaneParts } from "./pane-parts.ts";

/** What a pane knows of its Python: whether a page can run it, and whether CPython is still to be fetched. */
export class PanePython {
  readonly #pane: PaneParts;
  readonly #files: PaneFiles;
  #runnable = false;
  #isKept = false;

  constructor(pane: PaneParts, files: PaneFiles) {
    this.#pane = pane;
    this.#files = files;
  }

  /** Known once the code has been read. */
  get isRunnable(): boolean {
    return this.#runnable;
  }

  /** Another version is shown. */
  forget(): void {
    this.#runnable = false;
  }

  /** Python that needs what a page has not got keeps its recorded output, and the pane says why. Resolves with whether it runs. */
  async look(): Promise<boolean> {
    const { version, language } = this.#pane;
    const [{ whyNotHere }, { offerKeeping }, { isPythonKept }] = await Promise.all([
      import("../python/why-not-here.ts"),
      import("../python/offer-keeping.ts"),
      import("../../loading/python-store.ts"),
    ]);
    this.#isKept = await isPythonKept(this.#pane.address(""));
    if (version !== this.#pane.version || !this.#files.holds(version)) {
      return false;
    }
    const reason = whyNotHere(this.#files.original(version), language);
    this.#runnable = reason === undefined;
    if (reason !== undefined) {
      this.#pane.say(reason);
    } else if (this.#isToFetch) {
      offerKeeping(this.#pane);
    }
    return this.#runnable;
  }

  /** The button says what there is to fetch, if there is, before the reader asks for it. */
  nameRunButton(): void {
    const { labels, isPython } = this.#pane;
    this.#pane.button("run").textContent = isPython && this.#isToFetch ? labels.runPython : labels.run;
  }

  get #isToFetch(): boolean {
    return this.#runnable && !this.#isKept && this.#pane.element.dataset.python === undefined;
  }
}
