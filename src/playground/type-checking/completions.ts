import {
  type Completion,
  type CompletionContext,
  type CompletionSource,
  insertCompletionText,
  pickedCompletion,
} from "@codemirror/autocomplete";
import type { EditorState } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { renderType } from "../render-type.ts";
import { ask } from "./ask.ts";
import type { Name, Snapshot } from "./questions.ts";

/** Finds the example behind an editor: its other files as they are, and this one as it is being typed. */
export type SnapshotOf = (state: EditorState) => Snapshot;

/** Offers the names that fit: at once after a dot or the first letter of a word, else when asked for. */
export function completions(snapshotOf: SnapshotOf): CompletionSource {
  return async (context) => {
    const word = context.matchBefore(/[\w$]*/);
    const from = word?.from ?? context.pos;
    const afterDot = context.matchBefore(/\.[\w$]*/) !== null;
    if (!context.explicit && !afterDot && from === context.pos) {
      return null;
    }
    const names = await ask("names", snapshotOf(context.state), context.pos);
    return { from, options: names.map((name) => option(name, context, snapshotOf)), validFor: /^[\w$]*$/ };
  };
}

function option(name: Name, { state, pos }: CompletionContext, snapshotOf: SnapshotOf): Completion {
  const completion: Completion = {
    label: name.name,
    boost: -(Number.parseInt(name.order, 10) || 90),
    info: async () => {
      const found = await ask("importOf", snapshotOf(state), pos, name);
      return found === undefined ? null : renderType(found);
    },
  };
  return name.source === undefined
    ? completion
    : { ...completion, detail: name.source, apply: importing(name, snapshotOf) };
}

/** Inserts the name and the import that it needs, as one change that one undo takes back. */
function importing(name: Name, snapshotOf: SnapshotOf) {
  return async (view: EditorView, completion: Completion, from: number, to: number): Promise<void> => {
    const { state } = view;
    const found = await ask("importOf", snapshotOf(state), to, name);
    if (!view.state.doc.eq(state.doc)) {
      return;
    }
    const text = insertCompletionText(view.state, name.name, from, to);
    view.dispatch(text, { changes: found?.changes ?? [], annotations: pickedCompletion.of(completion) });
  };
}
