import type { Word } from "./example-types.ts";

/** Where a name stands in the static code of the page. */
export function rangeOf(pane: HTMLElement, [line, column, length]: Word): Range {
  const range = new Range();
  const code = pane.querySelector("code") ?? pane;
  const lines = code.textContent.split("\n");
  const start = lines.slice(0, line).reduce((offset, text) => offset + text.length + 1, column);
  const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const after = before + (text.textContent ?? "").length;
    if (start >= before && start < after) {
      range.setStart(text, start - before);
    }
    if (start + length > before && start + length <= after) {
      range.setEnd(text, start + length - before);
      break;
    }
    before = after;
  }
  return range;
}
