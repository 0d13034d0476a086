import { historyField } from "@codemirror/commands";
import type { Extension, Text } from "@codemirror/state";
import { type EditorView, ViewPlugin } from "@codemirror/view";

/** What a reader has left behind in a file: its text, and what can be undone in it. */
interface Left {
  readonly text: Text;
  readonly history: unknown;
}

/** Sandpack makes an editor for each file that is opened; what can be undone in a file outlives it here. */
export class KeptHistories {
  readonly #left = new Map<string, Left>();

  /** Lets the editor of a file go on where the last one stopped, as long as nothing else has changed the file since. */
  of(file: string, code: string | undefined): Extension {
    const left = this.#left.get(file);
    const keep = ViewPlugin.define((view) => ({ destroy: () => this.#keep(file, view) }));
    return left !== undefined && left.text.toString() === code
      ? [historyField.init(() => left.history), keep]
      : keep;
  }

  #keep(file: string, { state }: EditorView): void {
    this.#left.set(file, { text: state.doc, history: state.field(historyField, false) });
  }
}
