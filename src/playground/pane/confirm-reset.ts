import type { PaneParts } from "./pane-parts.ts";

/** Those whose Reset was pressed once. */
const pressedOnce = new WeakSet<PaneParts>();

/** Whether the reader means it. In a page of another site a browser asks no questions: there Reset is pressed twice. */
export function confirmReset(pane: PaneParts): boolean {
  const { labels } = pane;
  if (self === top) {
    return confirm(labels.confirmReset);
  }
  const isSure = pressedOnce.has(pane) && pane.message === labels.resetAgain;
  if (isSure) {
    pressedOnce.delete(pane);
  } else {
    pressedOnce.add(pane);
  }
  pane.say(isSure ? "" : labels.resetAgain);
  return isSure;
}

/** Who edits on, in whatever version, has not meant it: what was pressed once has to be pressed twice again. */
export function takeBackReset(pane: PaneParts): void {
  pressedOnce.delete(pane);
  if (pane.message === pane.labels.resetAgain) {
    pane.say("");
  }
}
