import { type EditorState, type Extension, type Range, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { type LineMarks, namesOf, type OnLine } from "./line-marks.ts";

const setMarks = StateEffect.define<LineMarks>();

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    const effect = transaction.effects.find((candidate) => candidate.is(setMarks));
    return effect === undefined ? value.map(transaction.changes) : decorate(transaction.state, effect.value);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorate(state: EditorState, { waiting, lit }: LineMarks): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  const isLine = (line: number) => line >= 1 && line <= state.doc.lines;
  for (const [line, tasks] of waiting) {
    if (!isLine(line)) {
      continue;
    }
    ranges.push(
      Decoration.line({ class: "loop-waiting-line", attributes: { "data-waiting": namesOf(tasks) } }).range(
        state.doc.line(line).from,
      ),
    );
  }
  for (const line of new Set(lit.filter(isLine))) {
    ranges.push(Decoration.line({ class: "loop-lit-line" }).range(state.doc.line(line).from));
  }
  return Decoration.set(ranges, true);
}

/** Shows the marks in an editor, which learns how to do so when it is first asked. */
export function markEditorLines(editor: EditorView, shown: LineMarks, onLine: OnLine): void {
  if (editor.state.field(marks, false) === undefined) {
    editor.dispatch({ effects: StateEffect.appendConfig.of([marks, tellLine(onLine)]) });
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
