/**
 * Calls when the reader clicks into static code, with how many characters stand before that place. A finger's tap shows a
 * type instead, and who selects text, or takes a selection back, wants to read.
 */
export function editByClick(code: HTMLElement, edit: (offset: number | undefined) => void): void {
  let isReading = false;
  code.addEventListener("pointerdown", ({ pointerType }) => {
    isReading = pointerType !== "mouse" || isSelecting();
  });
  code.addEventListener("click", (event) => {
    const file = (event.target as Element).closest<HTMLElement>(".pane-file:has(pre)");
    if (file !== null && !isReading && !isSelecting()) {
      edit(offsetAt(file, event));
    }
  });
}

function isSelecting(): boolean {
  return getSelection()?.isCollapsed === false;
}

/** Undefined where the browser does not tell. */
function offsetAt(file: HTMLElement, { clientX, clientY }: MouseEvent): number | undefined {
  const caret = document.caretPositionFromPoint?.(clientX, clientY);
  if (!caret || !file.contains(caret.offsetNode)) {
    return undefined;
  }
  const before = new Range();
  before.setStart(file, 0);
  before.setEnd(caret.offsetNode, caret.offset);
  return before.toString().length;
}
