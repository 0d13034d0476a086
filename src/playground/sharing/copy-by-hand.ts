import type { PaneParts } from "../pane/pane-parts.ts";

/**
 * Where the browser allows no page to write to the clipboard by itself, as in a strict frame or over plain HTTP: the old
 * command often works all the same. Else the text is shown, selected, and the reader copies it.
 *
 * @param said What the pane says when the text is on the clipboard.
 * @param version Of which it says so.
 */
export function copyByHand(pane: PaneParts, text: string, said: string, version: string): void {
  pane.element.querySelector(".pane-by-hand")?.remove();
  const home = document.activeElement;
  const area = document.createElement("textarea");
  area.readOnly = true;
  area.rows = Math.min(text.split("\n").length, 6);
  area.value = text;
  // Which is read with the text, and needs not be said elsewhere as well.
  const label = document.createElement("label");
  label.className = "pane-by-hand";
  label.append(pane.labels.copyFailed, area);
  // It goes with the focus.
  const end = () => {
    // A button of the menu is out of sight by now.
    const isThere = home instanceof HTMLElement && pane.element.contains(home) && home.checkVisibility();
    (isThere ? home : pane.find("summary")).focus({ preventScroll: true });
  };
  area.addEventListener("copy", () => {
    pane.say(said, version);
    // Not before the browser has taken the text out of it.
    setTimeout(end);
  });
  area.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") {
      end();
    }
  });
  area.addEventListener("blur", () => {
    // Who looks into another window comes back to it; who does something else here has no use for it any more.
    if (document.hasFocus()) {
      label.remove();
    }
  });
  pane.find(".pane-bar").append(label);
  area.focus({ preventScroll: true });
  area.select();
  area.scrollTop = 0;
  document.execCommand("copy");
}
