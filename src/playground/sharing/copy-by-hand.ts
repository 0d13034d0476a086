import type { PaneParts } from "../pane/pane-parts.ts";

/**
 * Where the browser allows no page to write to the clipboard by itself, as in a strict frame or over plain HTTP: the old
 * command often works all the same. Else the text is shown, selected, and the reader copies it.
 *
 * @param said What the pane says when the text is on the clipboard.
 */
export function copyByHand(pane: PaneParts, text: string, said: string): void {
  const { version, element } = pane;
  element.querySelector(".pane-by-hand")?.remove();
  const { activeElement } = document;
  const area = document.createElement("textarea");
  area.readOnly = true;
  area.rows = Math.min(text.split("\n").length, 6);
  area.value = text;
  // Which is read with the text, and needs not be said elsewhere as well.
  const label = document.createElement("label");
  label.className = "pane-by-hand";
  label.append(pane.labels.copyFailed, area);
  const end = () => {
    label.remove();
    (activeElement as HTMLElement | null)?.focus();
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
  pane.find(".pane-bar").after(label);
  area.focus();
  // From its end to its beginning, which is what is seen.
  area.setSelectionRange(0, text.length, "backward");
  document.execCommand("copy");
}
