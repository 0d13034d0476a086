/**
 * Keeps the last printed line in sight while the output lies below the window: a strip at the bottom of it, for as long as
 * the pane is there, that leads to the output.
 */
export function dockOutput(pane: HTMLElement, label: string): void {
  const output = pane.querySelector<HTMLElement>(".pane-output");
  if (output === null) {
    return;
  }
  const strip = document.createElement("button");
  strip.type = "button";
  strip.className = "pane-dock";
  strip.hidden = true;
  strip.addEventListener("click", () => output.scrollIntoView({ block: "nearest" }));
  output.before(strip);

  const update = (): void => {
    const line =
      output.querySelector(".pane-log .pane-line:last-of-type") ?? output.querySelector(".pane-said");
    strip.textContent = `${label}: ${line?.textContent?.slice(0, 200) ?? ""}`;
  };
  const printed = new MutationObserver(update);
  new IntersectionObserver(([entry]) => {
    const isBelow = entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.top > 0;
    strip.hidden = !isBelow;
    printed.disconnect();
    if (isBelow) {
      update();
      printed.observe(output, { childList: true, characterData: true, subtree: true });
    }
  }).observe(output);
}
