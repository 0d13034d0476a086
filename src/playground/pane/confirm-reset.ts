import type { PaneParts } from "./pane-parts.ts";

/** Whether the reader means it. In a page of another site a browser asks no questions: there Reset is pressed twice. */
export function confirmReset(pane: PaneParts): boolean {
  const { labels } = pane;
  if (self === top) {
    return confirm(labels.confirmReset);
  }
  const isSure = pane.message === labels.resetAgain;
  pane.say(isSure ? "" : labels.resetAgain);
  return isSure;
}

/** Who edits on has not meant it: what was pressed once has to be pressed twice again. */
export function takeBackReset(pane: PaneParts): void {
  if (pane.message === pane.labels.resetAgain) {
    pane.say("");
  }
}
