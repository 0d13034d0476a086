import { EditorView } from "@codemirror/view";

/**
 * Scrolls the reader's cursor out from under what stays in the window: the site's bars and often the pane's own at the top,
 * the strip with the last line at the bottom.
 */
export const clearOfBars = EditorView.scrollMargins.of(({ dom }) => {
  const pane = dom.closest(".pane");
  const bar = pane?.querySelector<HTMLElement>(".pane-bar");
  if (!bar) {
    return null;
  }
  const { position, top } = getComputedStyle(bar);
  return {
    top: Number.parseFloat(top) + (position === "sticky" ? bar.offsetHeight : 0),
    bottom: pane?.querySelector<HTMLElement>(".pane-dock")?.offsetHeight ?? 0,
  };
});
