/**
 * Two buttons share one place, and the second is seen while it can be pressed. Who has pressed the one goes on with the
 * other: the focus is not lost with what is no longer seen.
 */
export function swapButtons(first: HTMLButtonElement, second: HTMLButtonElement, isSecond: boolean): void {
  const focused = document.activeElement;
  second.disabled = !isSecond;
  if (focused === (isSecond ? first : second)) {
    (isSecond ? second : first).focus({ preventScroll: true });
  }
}
