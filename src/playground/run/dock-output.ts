/**
 * Keeps the last printed line, and how the run stands, in sight while the end of the output lies below the window: a strip
 * at the bottom of it, for as long as the pane is there, that leads to the output.
 */
export function dockOutput(pane: HTMLElement): void {
  const output = pane.querySelector<HTMLElement>(".pane-output");
  if (output === null) {
    return;
  }
  const end = document.createElement("i");
  output.append(end);
  const strip = document.createElement("button");
  strip.type = "button";
  strip.className = "pane-dock";
  strip.hidden = true;
  strip.addEventListener("click", () => {
    end.scrollIntoView({ block: "center" });
    output.querySelector<HTMLElement>(".pane-log")?.focus({ preventScroll: true });
  });
  output.after(strip);

  const update = (): void => {
    const said = output.querySelector(".pane-said")?.textContent ?? "";
    strip.textContent = [said, lastLine(output)].filter((text) => text !== "").join(" · ");
  };
  const changes = new MutationObserver(update);
  new IntersectionObserver((entries) => {
    const entry = entries.at(-1);
    const isBelow = entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.top > 0;
    strip.hidden = !isBelow;
    changes.disconnect();
    if (isBelow) {
      update();
      changes.observe(output, { childList: true, characterData: true, subtree: true });
    }
  }).observe(end);
}

/** As much as a strip has room for of the last line that is not empty. */
function lastLine(output: HTMLElement): string {
  let line = output.querySelector(".pane-log")?.lastElementChild;
  while (line?.textContent.trim() === "") {
    line = line.previousElementSibling;
  }
  return line?.textContent.trim().slice(0, 200) ?? "";
}
