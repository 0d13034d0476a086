/** Offers, at the end of a view's legend, a switch between two ways to show a run. It is off. */
export function offerToggle(
  view: HTMLElement,
  about: { readonly text: string; readonly hint: string },
  press: () => void,
): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = about.text;
  button.title = about.hint;
  button.ariaPressed = "false";
  button.addEventListener("click", press);
  const item = document.createElement("li");
  item.className = "loop-toggle";
  item.append(button);
  view.querySelector(".loop-legend")?.append(item);
  return button;
}
