/**
 * Shows the types of names in a pane's static code. What shows them, and the types themselves, are loaded when the
 * reader first points at the code or moves into it.
 */
export function offerTypes(pane: HTMLElement, label: string): void {
  for (const code of pane.querySelectorAll<HTMLElement>('.pane-file[data-file$=".ts"]')) {
    code.tabIndex = 0;
    code.role = "group";
    code.ariaLabel = label;
    offerTypesIn(code, pane.dataset.example ?? "");
  }
}

function offerTypesIn(code: HTMLElement, example: string): void {
  const untilLoaded = new AbortController();
  let last: MouseEvent | undefined;
  let loading = false;
  const load = async (): Promise<void> => {
    loading = true;
    const { showTypes } = await import("./static-types.ts");
    const typed = await showTypes(code, example);
    untilLoaded.abort();
    // What the reader pointed at meanwhile is still wanted, and what a finger has tapped, which does not hover.
    if (last !== undefined && (last.type === "click" || code.matches(":hover"))) {
      typed.follow(last);
    }
  };
  const onInterest = (event: Event): void => {
    last = event instanceof MouseEvent ? event : last;
    if (!loading) {
      // Without its types the code can be read all the same.
      load().catch(console.error);
    }
  };
  for (const type of ["pointermove", "click", "focus"]) {
    code.addEventListener(type, onInterest, untilLoaded);
  }
}
