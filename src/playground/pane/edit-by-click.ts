/** A part of a text, or a place in it: how many characters stand before its beginning and its end. */
export type Place = readonly [from: number, to: number];

/**
 * Calls when the reader clicks into static code. A finger's tap shows a type instead, and who selects text, or takes a
 * selection back, wants to read.
 *
 * @param edit Is given what tells the place, since another click may follow while the editor is loaded: two select a word.
 */
export function editByClick(code: HTMLElement, edit: (place: () => Place | undefined) => void): void {
  let wantsToEdit = false;
  let place: Place | undefined;
  code.addEventListener("pointerdown", ({ pointerType, shiftKey }) => {
    wantsToEdit = pointerType === "mouse" && !shiftKey && !isSelecting();
  });
  code.addEventListener("click", (event) => {
    const file = (event.target as Element).closest<HTMLElement>(".pane-file:has(pre)");
    if (file !== null && event.detail > 1) {
      place = selectedIn(file);
    } else if (file !== null && wantsToEdit && !isSelecting()) {
      place = placeAt(file, event);
      edit(() => place);
    }
    wantsToEdit = false;
  });
}

function isSelecting(): boolean {
  return getSelection()?.isCollapsed === false;
}

/** Undefined where the browser does not tell. */
function placeAt(file: HTMLElement, { clientX, clientY }: MouseEvent): Place | undefined {
  const caret = document.caretPositionFromPoint?.(clientX, clientY);
  if (!caret || !file.contains(caret.offsetNode)) {
    return undefined;
  }
  const offset = charactersBefore(file, caret.offsetNode, caret.offset);
  return [offset, offset];
}

function selectedIn(file: HTMLElement): Place | undefined {
  const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
  if (range === undefined || !file.contains(range.commonAncestorContainer)) {
    return undefined;
  }
  const from = charactersBefore(file, range.startContainer, range.startOffset);
  return [from, from + range.toString().length];
}

function charactersBefore(file: HTMLElement, node: Node, offset: number): number {
  const before = new Range();
  before.setStart(file, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}
