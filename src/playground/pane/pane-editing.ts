import { retryable } from "../../loading/retryable.ts";
import type { StackFrame } from "../../trace/stack-frame.ts";
import type { PaneEditor } from "../editor/pane-editor.tsx";
import type { PaneFiles } from "./pane-files.ts";
import { type PaneParts, toggle } from "./pane-parts.ts";

/** The editor of a pane. It is loaded when the reader first wants to edit. */
export class PaneEditing {
  readonly #pane: PaneParts;
  readonly #files: PaneFiles;
  readonly #onEdited: (edited: boolean) => void;
  readonly #loading = retryable(() => this.#load());
  #editor: PaneEditor | undefined;
  /** Where the last run failed. */
  #failure: StackFrame | undefined;

  /** @param onEdited Called after every edit, with whether any file now differs from the original. */
  constructor(pane: PaneParts, files: PaneFiles, onEdited: (edited: boolean) => void) {
    this.#pane = pane;
    this.#files = files;
    this.#onEdited = onEdited;
  }

  /** The editor once it is open: from then on the code is what it says. */
  get editor(): PaneEditor | undefined {
    return this.#editor;
  }

  /** The editor that is open or about to be. */
  get begun(): Promise<PaneEditor> | undefined {
    return this.#loading.begun;
  }

  isEdited(name: string): boolean {
    const code = this.#editor?.code(name);
    return code !== undefined && code !== this.#files.original(name);
  }

  /** What is likely to be wanted is fetched. If that fails, the reader's own wish to edit tries again and says so. */
  warmUp(): void {
    import("../editor/pane-editor.tsx").catch(() => {});
  }

  /** Opens the editor, once. The reader is told of a failure. */
  async open(): Promise<PaneEditor | undefined> {
    try {
      return await this.#loading.load();
    } catch (error) {
      this.#pane.complain(this.#pane.labels.loadFailed);
      console.error(error);
      return undefined;
    }
  }

  /** Marks where the last run failed, or nothing, now and when the editor opens. */
  markError(failure: StackFrame | undefined): void {
    this.#failure = failure;
    this.#editor?.markError(failure);
  }

  /** @param version Whose pane said so, and hears of it. */
  async toggleTypes(button: HTMLButtonElement, version: string): Promise<void> {
    const on = toggle(button);
    // Seen while the menu is closed.
    const menu = this.#pane.find(".pane-more > summary");
    delete menu.dataset.errors;
    const editor = await this.open();
    if (!on || editor === undefined) {
      button.ariaPressed = "false";
      editor?.stopCheckingTypes();
      return;
    }
    const { labels } = this.#pane;
    this.#pane.say(labels.loadingTypes, version);
    try {
      await editor.checkTypes((errors) => {
        menu.dataset.errors = errors === 0 ? "" : String(errors);
      });
      this.#pane.say(labels.typesReady, version);
    } catch (error) {
      button.ariaPressed = "false";
      this.#pane.complain(labels.typesFailed, version);
      console.error(error);
    }
  }

  async #load(): Promise<PaneEditor> {
    const { labels, version, message } = this.#pane;
    this.#pane.say(labels.loading);
    const loading = this.#pane.part("message");
    try {
      return await this.#openEditor();
    } finally {
      // The reader may have turned to another version, or have heard of something else.
      if (loading.textContent === labels.loading) {
        this.#pane.say(message, version);
      }
    }
  }

  async #openEditor(): Promise<PaneEditor> {
    const { labels, example } = this.#pane;
    const [{ openPaneEditor }] = await Promise.all([import("../editor/pane-editor.tsx"), this.#files.load()]);
    this.#editor = await openPaneEditor({
      labels,
      example,
      editor: this.#pane.part("editor"),
      files: Object.fromEntries(this.#files.editable.map((name) => [name, this.#files.original(name)])),
      active: this.#pane.version,
      onReady: () => {
        this.#pane.element.dataset.editor = "";
      },
      onTooMuch: ({ file, line }) => this.#pane.complain(labels.tooMuchCode(file, line)),
      onEdited: this.#onEdited,
    });
    // An error of a run before now is marked in the static code, which is out of sight from here on.
    this.#editor.markError(this.#failure);
    return this.#editor;
  }
}
