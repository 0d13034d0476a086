import type { PaneParts } from "./pane-parts.ts";

/**
 * Of long code its beginning is shown where the output stands below it, as the style sheet says: the rest comes when the
 * reader asks for it, looks for a word in it or goes into it by keyboard.
 */
export function foldCode(pane: PaneParts): void {
  const { element, labels } = pane;
  for (const file of element.querySelectorAll<HTMLElement>(".pane-file[data-lines]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pane-unfold";
    button.textContent = labels.wholeCode(Number(file.dataset.lines));
    const unfold = (): void => {
      const hadFocus = document.activeElement === button;
      element.dataset.whole = "";
      if (hadFocus) {
        file.focus({ preventScroll: true });
      }
    };
    button.addEventListener("click", (event) => {
      // It is no click into the code, which would edit it.
      event.stopPropagation();
      button.focus({ preventScroll: true });
      unfold();
    });
    file.addEventListener("scroll", unfold);
    file.append(button);
  }
}
