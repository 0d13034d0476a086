import {
  Decoration,
  type DecorationSet,
  type EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import { unbrokenStrings } from "../../code/unbroken-strings.ts";

const matches = new MatchDecorator({
  regexp: unbrokenStrings,
  decoration: Decoration.mark({ class: "s" }),
});

/** Breaks lines where the static code of the page breaks them. */
export const keepStringsUnbroken = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = matches.createDeco(view);
    }

    update(update: ViewUpdate): void {
      this.decorations = matches.updateDeco(update, this.decorations);
    }
  },
  { decorations: ({ decorations }) => decorations },
);
