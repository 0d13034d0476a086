/**
 * Shows the types of names in a pane's static code. What shows them, and the types themselves, are loaded when the
 * reader first points at the code or moves into it.
 */
export function offerTypes(pane: HTMLElement, label: string): void {
  for (const code of pane.querySelectorAll<HTMLElement>('[data-language="typescript"]')) {
    code.tabIndex = 0;
    code.role = "group";
    code.ariaLabel = label;
    const once = new AbortController();
    const load = async (): Promise<void> => {
      once.abort();
      const { showTypes } = await import("./static-types.ts");
      await showTypes(code, pane.dataset.example ?? "");
    };
    for (const type of ["pointerover", "focus"]) {
      code.addEventListener(type, () => void load(), { signal: once.signal });
    }
  }
}
