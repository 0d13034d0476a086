import { Compartment, type EditorState, type Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Labels } from "../labels.ts";
import type { Snapshot } from "../type-checking/questions.ts";

/** Turns type checking on and off in a living editor, which keeps its text, its focus and its history. */
export class TypeCheckingToggle {
  readonly #compartment = new Compartment();
  readonly #labels: Labels;
  readonly #snapshot: () => Snapshot;
  #extension: Extension = [];
  #wanted = false;
  #file: string | undefined;
  #extensions: Extension[] = [];

  /** `snapshot` tells of the example as the pane knows it. */
  constructor(labels: Labels, snapshot: () => Snapshot) {
    this.#labels = labels;
    this.#snapshot = snapshot;
  }

  /**
   * What the editor of a file starts with. Sandpack makes an editor for each file that is opened, and adds a list that is
   * not the one it knows once more; so it gets the same list for as long as the same file is open.
   */
  extensionsFor(file: string, makeOthers: () => readonly Extension[]): Extension[] {
    if (file !== this.#file) {
      this.#file = file;
      const others = makeOthers();
      this.#extensions = file.endsWith(".ts")
        ? [...others, this.#compartment.of(this.#extension)]
        : [...others];
    }
    return this.#extensions;
  }

  /** Resolves when TypeScript is ready. `editor` gives the one that is open by then. */
  async turnOn(editor: () => EditorView | undefined, onErrors: (count: number) => void): Promise<void> {
    this.#wanted = true;
    const [{ ask }, { typeExtension }, { loadDocComments }] = await Promise.all([
      import("../type-checking/ask.ts"),
      import("../type-checking/type-extension.ts"),
      import("../doc-comments.ts"),
    ]);
    // The first question loads TypeScript, and fails if that cannot be done.
    await Promise.all([ask("problems", this.#snapshot()), loadDocComments()]);
    if (this.#wanted) {
      this.#fill(
        typeExtension({ snapshotOf: (state) => this.#snapshotIn(state), labels: this.#labels, onErrors }),
        editor(),
      );
    }
  }

  turnOff(editor: EditorView | undefined): void {
    this.#wanted = false;
    this.#fill([], editor);
  }

  #snapshotIn(state: EditorState): Snapshot {
    const snapshot = this.#snapshot();
    return { ...snapshot, files: { ...snapshot.files, [snapshot.name]: state.doc.toString() } };
  }

  #fill(extension: Extension, editor: EditorView | undefined): void {
    this.#extension = extension;
    editor?.dispatch({ effects: this.#compartment.reconfigure(extension) });
  }
}
