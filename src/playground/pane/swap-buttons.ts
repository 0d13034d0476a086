/**
 * Two buttons share one place, and the second is seen while it can be pressed. Who has pressed the one goes on with the
 * other: the focus is not lost with what is no longer seen.
 */
export function swapButtons(first: HTMLButtonElement, second: HTMLButtonElement, isSecond: boolean): void {
  const focused = document.activeElement;
  second.disabled = !isSecond;
  const [left, next] = isSecond ? [first, second] : [second, first];
  if (focused === left && getComputedStyle(left).visibility === "hidden") {
    const instead = next.disabled ? next.closest(".pane")?.querySelector<HTMLElement>("input:checked") : next;
    instead?.focus({ preventScroll: true });
  }
}
