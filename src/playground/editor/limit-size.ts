import { EditorState, type Extension, type Transaction } from "@codemirror/state";
import { mostCode } from "./code-size.ts";

/** Refuses a change, as a paste, after which there would be more than the editor holds. */
export function limitSize(onRefused: (most: typeof mostCode) => void): Extension {
  return EditorState.transactionFilter.of((transaction) => {
    if (!transaction.docChanged || !makesTooMuch(transaction)) {
      return transaction;
    }
    onRefused(mostCode);
    return [];
  });
}

/** Only the lines that have changed are looked at. */
function makesTooMuch({ newDoc, changes }: Transaction): boolean {
  let tooMuch = newDoc.length > mostCode.file;
  changes.iterChangedRanges((_from, _to, from, to) => {
    for (let at = from; at <= to && !tooMuch; ) {
      const line = newDoc.lineAt(at);
      tooMuch = line.length > mostCode.line;
      at = line.to + 1;
    }
  });
  return tooMuch;
}
