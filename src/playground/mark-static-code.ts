import type { StackFrame } from "../trace/stack-frame.ts";
import { rangeOf } from "./static-types/range-of.ts";
import { wordAt } from "./word-at.ts";

/** What is marked in a pane, so that it can be taken away again. */
const marked = new WeakMap<HTMLElement, readonly Range[]>();

/**
 * Marks the position of an error in the code of a pane whose editor is not open, or none. A highlight changes nothing in
 * the page. An engine without highlights marks nothing; the output names the position.
 */
export function markStaticCode(pane: HTMLElement, frame: StackFrame | undefined): void {
  if (globalThis.CSS?.highlights === undefined) {
    return;
  }
  const [lines, words] = [highlightOf("pane-error-line"), highlightOf("pane-error-word")];
  for (const range of marked.get(pane) ?? []) {
    lines.delete(range);
    words.delete(range);
  }
  marked.delete(pane);
  const file = frame && pane.querySelector<HTMLElement>(`[data-file="${frame.path}"]`);
  const text = frame && file?.querySelector("code")?.textContent.split("\n")[frame.line - 1];
  if (file == null || !text) {
    return;
  }
  const line = rangeOf(file, [frame.line - 1, 0, text.length, 0]);
  lines.add(line);
  const word = wordAt(text, frame.column - 1);
  const part = rangeOf(file, [frame.line - 1, frame.column - 1, word.length, 0]);
  if (word !== "") {
    words.add(part);
  }
  marked.set(pane, [line, part]);
}

function highlightOf(name: string): Highlight {
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, highlight);
  return highlight;
}
