import { type EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { type LineMarks, listMarks, type OnLine } from "./line-marks.ts";

const setMarks = StateEffect.define<LineMarks>();

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    const effect = transaction.effects.find((candidate) => candidate.is(setMarks));
    return effect === undefined ? value.map(transaction.changes) : decorate(transaction.state, effect.value);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorate(state: EditorState, marks: LineMarks): DecorationSet {
  const ranges = listMarks(marks).flatMap(({ line, className, attributes }) =>
    line >= 1 && line <= state.doc.lines
      ? [Decoration.line({ class: className, attributes }).range(state.doc.line(line).from)]
      : [],
  );
  return Decoration.set(ranges, true);
}

/** Who hears of an editor's lines: another view may have taken the place of the one that asked first. */
const hearers = new WeakMap<EditorView, OnLine>();

/** Shows the marks in an editor, which learns how to do so when it is first asked. */
export function markEditorLines(editor: EditorView, shown: LineMarks, onLine: OnLine): void {
  hearers.set(editor, onLine);
  if (editor.state.field(marks, false) === undefined) {
    editor.dispatch({
      effects: StateEffect.appendConfig.of([marks, tellLine((line) => hearers.get(editor)?.(line))]),
    });
  }
  editor.dispatch({ effects: setMarks.of(shown) });
}

/** Tells of the line that the reader points at, or moves the text cursor to. */
function tellLine(onLine: OnLine): Extension {
  return [
    EditorView.domEventHandlers({
      mousemove(event, editor) {
        const position = editor.posAtCoords({ x: event.clientX, y: event.clientY });
        onLine(position === null ? undefined : editor.state.doc.lineAt(position).number);
      },
      mouseleave: () => onLine(undefined),
      blur: () => onLine(undefined),
    }),
    EditorView.updateListener.of(({ selectionSet, docChanged, state }) => {
      if (selectionSet && !docChanged) {
        onLine(state.doc.lineAt(state.selection.main.head).number);
      }
    }),
  ];
}
