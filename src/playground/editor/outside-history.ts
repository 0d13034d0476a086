import { EditorState, type Extension, Transaction } from "@codemirror/state";

/** Code that comes from elsewhere, as by a link or from the last visit: undoing ends with it. */
export class OutsideHistory {
  #isReplacing = false;
  readonly extension: Extension = EditorState.transactionExtender.of(({ docChanged }) =>
    this.#isReplacing && docChanged ? { annotations: Transaction.addToHistory.of(false) } : null,
  );

  /** @param change Has the editor show other code, before it returns. */
  replace(change: () => void): void {
    this.#isReplacing = true;
    try {
      change();
    } finally {
      this.#isReplacing = false;
    }
  }
}
