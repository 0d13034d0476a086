import { autocompletion } from "@codemirror/autocomplete";
import { type Diagnostic, lintKeymap, linter } from "@codemirror/lint";
import { EditorState, type Extension, Prec } from "@codemirror/state";
import {
  activateHover,
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  hoverTooltip,
  keymap,
} from "@codemirror/view";
import type { Labels } from "../labels.ts";
import { renderType } from "../render-type.ts";
import { ask } from "./ask.ts";
import { completions, type PlaceOf } from "./completions.ts";
import { typeTheme } from "./type-theme.ts";

/** Marks type errors, completes names and shows types, by pointer and by keyboard. */
export function typeExtension(placeOf: PlaceOf, labels: Labels): Extension {
  const types = typesAt(placeOf);
  return [
    problems(placeOf, labels),
    autocompletion({ override: [completions(placeOf)], icons: false }),
    types,
    Prec.high(
      keymap.of([
        ...lintKeymap,
        { key: "Mod-k Mod-i", run: (view) => showTypeAtCursor(view, types), preventDefault: true },
        { key: "Escape", run: closeTooltips },
      ]),
    ),
    EditorState.phrases.of(labels.editorPhrases),
    typeTheme,
  ];
}

function problems(placeOf: PlaceOf, labels: Labels): Extension {
  let announced = 0;
  return linter(
    async (view): Promise<Diagnostic[]> => {
      const found = await ask("problems", placeOf(view.state));
      if (found.length !== announced) {
        announced = found.length;
        view.dispatch({ effects: EditorView.announce.of(labels.typeErrors(announced)) });
      }
      return found.map((problem) => ({ ...problem, severity: "error" }));
    },
    { delay: 300 },
  );
}

function typesAt(placeOf: PlaceOf): Extension {
  return hoverTooltip(async (view, position) => {
    const found = await ask("typeAt", placeOf(view.state), position);
    if (found === undefined) {
      return null;
    }
    const { from, to, type } = found;
    return {
      pos: from,
      end: to,
      above: true,
      create: () => ({
        dom: renderType(found),
        mount: () => view.dispatch({ effects: EditorView.announce.of(type) }),
      }),
    };
  });
}

function showTypeAtCursor(view: EditorView, tooltip: Extension): boolean {
  const { head } = view.state.selection.main;
  activateHover(view, head, 1, {
    tooltip,
    until: (transaction) => transaction.docChanged || transaction.selection !== undefined,
  });
  return true;
}

/** Escape closes what is open first, and only then leaves the editor. */
function closeTooltips(view: EditorView): boolean {
  const open = hasHoverTooltips(view.state);
  if (open) {
    view.dispatch({ effects: closeHoverTooltips.of(null) });
  }
  return open;
}
