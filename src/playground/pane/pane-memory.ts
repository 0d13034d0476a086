import { editsKey } from "../memory/edits-key.ts";
import type { PaneEditing } from "./pane-editing.ts";
import type { PaneFiles } from "./pane-files.ts";
import type { PaneParts } from "./pane-parts.ts";

/**
 * Keeps what the reader makes of an example in the reader's browser, and brings it back on the next visit. What it needs
 * for that is loaded when there is something to keep or to bring back.
 */
export class PaneMemory {
  readonly #pane: PaneParts;
  readonly #files: PaneFiles;
  readonly #editing: PaneEditing;
  /** Whether there was an edit since the page was loaded: an editor that has just opened has none, and forgets none. */
  #hasEdits = false;
  /** What is kept and could not be brought back is not overwritten. */
  #mayKeep: boolean;
  /** The reader has chosen what is shown, or done something with it: no other version takes its place. */
  #keepsVersion = false;

  constructor(pane: PaneParts, files: PaneFiles, editing: PaneEditing) {
    this.#pane = pane;
    this.#files = files;
    this.#editing = editing;
    this.#mayKeep = !this.isKept;
  }

  get isKept(): boolean {
    try {
      return localStorage.getItem(this.#key) !== null;
    } catch {
      // A browser that keeps nothing.
      return false;
    }
  }

  /** Whether something is kept that has not been brought back. */
  get isWaiting(): boolean {
    return !this.#mayKeep;
  }

  keepVersion(): void {
    this.#keepsVersion = true;
  }

  /**
   * Puts what is kept into the editor, says so, and runs nothing.
   *
   * @param show Shows the version that is chosen.
   */
  async recall(show: () => Promise<void>): Promise<void> {
    const { readEdits } = await import("../memory/kept-edits.ts");
    const files = readEdits(this.#key, this.#files.editable) ?? {};
    const [first] = Object.keys(files);
    if (first === undefined) {
      this.#mayKeep = true;
      return;
    }
    const editor = await this.#editing.open();
    // Who has begun to edit meanwhile goes on with that.
    if (editor === undefined || this.#hasEdits || Object.keys(this.#edits).length > 0) {
      return;
    }
    this.#mayKeep = true;
    // Before anything else is awaited, in which the reader might begin.
    editor.replace(files);
    if (!(this.#pane.version in files) && !this.#keepsVersion) {
      this.#pane.find<HTMLInputElement>(`input[value="${first}"]`).checked = true;
    }
    await show();
    for (const name of Object.keys(files)) {
      this.#pane.say(this.#pane.labels.recalled, name);
    }
  }

  /** Called after every edit: keeps what differs from the original, and forgets what does not. */
  async note(edited: boolean): Promise<void> {
    this.#hasEdits ||= edited;
    if (!this.#hasEdits || !this.#mayKeep) {
      return;
    }
    try {
      const { keepEdits } = await import("../memory/kept-edits.ts");
      const files = this.#edits;
      if (Object.keys(files).length > 0) {
        keepEdits(this.#key, files);
      } else {
        localStorage.removeItem(this.#key);
      }
    } catch {
      // The reader edits and runs all the same.
    }
  }

  get #edits(): Record<string, string> {
    const edits: Record<string, string> = {};
    for (const name of this.#files.editable) {
      const code = this.#editing.editor?.code(name);
      if (code !== undefined && code !== this.#files.original(name)) {
        edits[name] = code;
      }
    }
    return edits;
  }

  get #key(): string {
    return editsKey(this.#pane.example, this.#pane.labels.language);
  }
}
