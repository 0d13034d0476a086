/** How long a pointer or the focus rests on a button before it counts as intent, in milliseconds. */
const rest = 80;

/** Calls when the reader is about to press the button: a moment that is worth having. */
export function onIntent(button: HTMLButtonElement, call: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const intend = ({ type }: Event) => {
    clearTimeout(timer);
    if (!button.disabled) {
      timer = setTimeout(call, type === "pointerdown" ? 0 : rest);
    }
  };
  for (const type of ["pointerenter", "focus", "pointerdown"]) {
    button.addEventListener(type, intend);
  }
  for (const type of ["pointerleave", "blur"]) {
    button.addEventListener(type, () => clearTimeout(timer));
  }
}
