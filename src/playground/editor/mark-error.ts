import { type EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { wordAt } from "../word-at.ts";

/** Where to mark, counted from 1; a column of 0 marks the whole line. */
export interface MarkedPosition {
  readonly line: number;
  readonly column: number;
}

/** Marks a position in the editor, or nothing. */
export const markError = StateEffect.define<MarkedPosition | undefined>();

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    const effect = transaction.effects.find((candidate) => candidate.is(markError));
    return effect === undefined ? value.map(transaction.changes) : decorate(transaction.state, effect.value);
  },
  provide: (field) => EditorView.decorations.from(field),
});

export const errorMarks: Extension[] = [marks];

function decorate(state: EditorState, position: MarkedPosition | undefined): DecorationSet {
  if (position === undefined || position.line < 1 || position.line > state.doc.lines) {
    return Decoration.none;
  }
  const line = state.doc.line(position.line);
  const from = Math.min(line.from + Math.max(0, position.column - 1), line.to);
  const word = wordAt(line.text, from - line.from);
  const whole = Decoration.line({ class: "pane-error-line" }).range(line.from);
  const part = Decoration.mark({ class: "pane-error-word" });
  return Decoration.set(word === "" ? [whole] : [whole, part.range(from, from + word.length)]);
}
