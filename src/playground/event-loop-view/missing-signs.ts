/** What the markup of a drawing has where a sign of the legend occurs. */
const signs = {
  ready: 'class="ready',
  waits: 'class="waits',
  result: 'class="end result',
  exception: 'class="end exception',
  cancelled: 'class="end cancelled',
  wake: '<line class="wake',
  cancel: '<line class="cancel',
  request: '<line class="request',
  enlarged: 'class="enlarged',
} as const;

/** The signs of the legend that a drawing does not have: of them there is nothing to tell. */
export function missingSigns(drawing: string): ReadonlySet<string> {
  const missing = new Set(
    Object.entries(signs).flatMap(([sign, part]) => (drawing.includes(part) ? [] : [sign])),
  );
  // A request to cancel is drawn as what it leads to.
  if (!missing.has("request")) {
    missing.delete("cancel");
  }
  return missing;
}

/** Tells in the legend of a view of the signs that a drawing has. */
export function tellSigns(legend: Element | null, drawing: string): void {
  const missing = missingSigns(drawing);
  for (const sign of legend?.querySelectorAll<HTMLElement>("[data-sign]") ?? []) {
    sign.ariaHidden = missing.has(sign.dataset.sign ?? "") ? "true" : null;
  }
}
