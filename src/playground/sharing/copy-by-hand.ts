import type { PaneParts } from "../pane/pane-parts.ts";

/**
 * Where the browser allows no page to write to the clipboard by itself, as in a strict frame or over plain HTTP: the old
 * command often works all the same. Else the text is shown, selected, and the reader copies it.
 *
 * @param said What the pane says when the text is on the clipboard.
 */
export function copyByHand(pane: PaneParts, text: string, said: string): void {
  pane.element.querySelector(".pane-by-hand")?.remove();
  const { activeElement } = document;
  const area = document.createElement("textarea");
  const end = () => {
    area.remove();
    (activeElement as HTMLElement | null)?.focus();
  };
  area.className = "pane-by-hand";
  area.ariaLabel = pane.labels.byHand;
  area.readOnly = true;
  area.rows = Math.min(text.split("\n").length, 6);
  area.value = text;
  area.addEventListener("copy", () => {
    pane.say(said);
    // Not before the browser has taken the text out of it.
    setTimeout(end);
  });
  area.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") {
      pane.say("");
      end();
    }
  });
  pane.find(".pane-bar").after(area);
  area.focus();
  area.select();
  if (!document.execCommand("copy")) {
    pane.complain(pane.labels.copyFailed);
  }
}
