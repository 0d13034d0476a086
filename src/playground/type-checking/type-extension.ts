import { autocompletion } from "@codemirror/autocomplete";
import { type Diagnostic, linter, lintKeymap } from "@codemirror/lint";
import { EditorState, type Extension, Prec } from "@codemirror/state";
import {
  activateHover,
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  hoverTooltip,
  keymap,
  tooltips,
} from "@codemirror/view";
import type { Labels } from "../labels.ts";
import { renderType } from "../render-type.ts";
import { ask } from "./ask.ts";
import { completions, type SnapshotOf } from "./completions.ts";
import { typeTheme } from "./type-theme.ts";

/** How far tooltips stay away from the edges of window and column, in pixels. */
const margin = 6;

export interface TypeExtensionOptions {
  readonly snapshotOf: SnapshotOf;
  readonly labels: Labels;
  /** Told after each check. */
  readonly onErrors: (count: number) => void;
}

/** Marks type errors, completes names and shows types, by pointer and by keyboard. */
export function typeExtension(options: TypeExtensionOptions): Extension {
  const { snapshotOf, labels } = options;
  const types = typesAt(snapshotOf);
  return [
    problems(options),
    autocompletion({ override: [completions(snapshotOf)], icons: false }),
    types,
    tooltipsIn(document.querySelector("main") ?? document.body),
    Prec.high(
      keymap.of([
        ...lintKeymap,
        { key: "F2", run: (view) => showTypeAtCursor(view, types, snapshotOf), preventDefault: true },
        { key: "Escape", run: closeTooltips },
      ]),
    ),
    EditorState.phrases.of(labels.editorPhrases),
    typeTheme,
  ];
}

function problems({ snapshotOf, labels, onErrors }: TypeExtensionOptions): Extension {
  let announced = 0;
  return linter(
    async (view): Promise<Diagnostic[]> => {
      const found = await ask("problems", snapshotOf(view.state));
      onErrors(found.length);
      if (found.length !== announced) {
        announced = found.length;
        view.dispatch({ effects: EditorView.announce.of(labels.typeErrors(announced)) });
      }
      return found.map((problem) => ({ ...problem, severity: "error" }));
    },
    { delay: 300 },
  );
}

function typesAt(snapshotOf: SnapshotOf): Extension {
  return hoverTooltip(async (view, position) => {
    const found = await ask("typeAt", snapshotOf(view.state), position);
    if (found === undefined) {
      return null;
    }
    return { pos: found.from, end: found.to, above: true, create: () => ({ dom: renderType(found) }) };
  });
}

/** Keeps tooltips in the page's main column: they would stand below the text of what is beside it. */
function tooltipsIn(column: HTMLElement): Extension {
  return tooltips({
    parent: column,
    tooltipSpace: () => {
      const { left, right } = column.getBoundingClientRect();
      const { clientWidth, clientHeight } = document.documentElement;
      return {
        top: margin,
        bottom: clientHeight - margin,
        left: Math.max(left, 0) + margin,
        right: Math.min(right, clientWidth) - margin,
      };
    },
  });
}

/** Also has it said: a screen reader does not notice a tooltip by itself. */
function showTypeAtCursor(view: EditorView, tooltip: Extension, snapshotOf: SnapshotOf): boolean {
  const { head } = view.state.selection.main;
  activateHover(view, head, 1, {
    tooltip,
    until: (transaction) => transaction.docChanged || transaction.selection !== undefined,
  });
  void ask("typeAt", snapshotOf(view.state), head).then((found) => {
    view.dispatch({ effects: EditorView.announce.of(found?.type ?? "") });
  });
  return true;
}

/** Escape closes what is open first, and only then leaves the editor. */
function closeTooltips(view: EditorView): boolean {
  const open = hasHoverTooltips(view.state);
  if (open) {
    view.dispatch({ effects: closeHoverTooltips });
  }
  return open;
}
