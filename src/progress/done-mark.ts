/** A tick beside the name of what is done, which is read to who cannot see it. */
export function markDone(beside: Element, isDone: boolean, label: string): void {
  const mark = beside.querySelector(":scope > .done-mark");
  if (!isDone) {
    mark?.previousSibling?.remove();
    mark?.remove();
  } else if (mark === null) {
    const tick = document.createElement("span");
    tick.className = "done-mark";
    tick.role = "img";
    tick.ariaLabel = label;
    tick.textContent = "✓";
    // A word of its own.
    beside.append(" ", tick);
  }
}
