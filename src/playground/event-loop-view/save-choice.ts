import type { ViewLabels } from "./view-labels.ts";

/** Opens or closes, beside the button that was pressed, the choice of what a run is saved as. */
export function toggleSaveChoice(view: HTMLElement, labels: ViewLabels): void {
  const button = view.querySelector('[data-loop="save"]');
  const open = view.querySelector(".loop-save-choice");
  button?.setAttribute("aria-expanded", String(open === null));
  if (open === null) {
    button?.after(choiceOf(labels));
  } else {
    open.remove();
  }
}

function choiceOf(labels: ViewLabels): HTMLElement {
  const choice = document.createElement("span");
  choice.className = "loop-save-choice";
  choice.role = "group";
  choice.ariaLabel = labels.save;
  const kinds = [
    ["export", "SVG", labels.exportSvg],
    ["save-trace", ".trace.json", labels.saveTrace],
    ["save-chrome-trace", "Perfetto", labels.saveChromeTrace],
  ] as const;
  choice.append(...kinds.map(([action, text, name]) => buttonOf(action, text, name)));
  return choice;
}

function buttonOf(action: string, text: string, name: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.loop = action;
  button.textContent = text;
  // Begins with what is seen of it, so that who speaks to the browser can name it.
  button.ariaLabel = `${text}: ${name}`;
  button.title = name;
  return button;
}
