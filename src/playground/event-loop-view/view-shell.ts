import { escapeText } from "./markup.ts";
import type { ViewLabels } from "./view-labels.ts";

export interface ViewShellOptions {
  /** The time that the axis begins with, in seconds. */
  readonly until: number;
  /** Whether all that it will ever show is a run of another time and place, which nobody can drive. */
  readonly isRecording: boolean;
  /** The signs that its picture does not have. */
  readonly missing?: ReadonlySet<string>;
}

/**
 * All of the view but the picture: controls, an element for what the loop holds at a moment, the legend. It is the same
 * markup at build and in the browser, so that nothing moves when the view comes to life.
 */
export function renderViewShell(
  labels: ViewLabels,
  picture: string,
  height: number,
  { until, isRecording, missing = new Set() }: ViewShellOptions,
): string {
  const button = (action: string, text: string, more = "") =>
    `<button type="button" data-loop="${action}"${more}>${escapeText(text)}</button>`;
  const sign = (action: string, text: string, name: string) =>
    button(action, text, ` aria-label="${escapeText(name)}" title="${escapeText(name)}"`);
  return [
    '<div class="loop-bar">',
    ...(isRecording
      ? []
      : [
          // Until the view has come to life and a run has begun there is nothing to pause.
          button("pause", labels.pause, ' aria-disabled="true"'),
          button("step", labels.step, ` title="${escapeText(labels.stepHint)}"`),
          button("step-to-output", labels.stepToOutput),
          `<select data-loop-part="speed" aria-label="${escapeText(labels.speed)}" title="${escapeText(labels.speed)}"><option value="1">×1</option><option value="0.25">×1/4</option><option value="0.0625">×1/16</option></select>`,
        ]),
    `<span class="loop-said" data-loop-part="said" aria-live="polite">${isRecording ? escapeText(labels.recorded) : ""}</span>`,
    sign("start", "|◀", labels.toStart),
    sign("back", "◀", labels.back),
    sign("forward", "▶", labels.forward),
    sign("end", "▶|", labels.toEnd),
    sign("zoom-out", "−", labels.zoomOut),
    sign("zoom-in", "+", labels.zoomIn),
    sign("fit", "↔", labels.fit),
    button("table", labels.table, ' aria-pressed="false"'),
    button("save", `${labels.save} ↓`, ' aria-expanded="false"'),
    "</div>",
    `<div class="loop-picture" data-loop-part="picture" data-until="${until}" style="height:${height}px"><div class="loop-sheet" data-loop-part="sheet">${picture}</div></div>`,
    `<div class="loop-moment" data-loop-part="moment">${escapeText(picture === "" ? labels.hint : labels.recordedHint)}</div>`,
    legend(labels, missing),
    '<div class="loop-table" data-loop-part="table" hidden></div>',
  ].join("");
}

function legend(
  { doing, outcomes, wakes, cancels, enlarged }: ViewLabels,
  missing: ReadonlySet<string>,
): string {
  const entry = (kind: string, text: string) =>
    `<li data-sign="${kind}"${missing.has(kind) ? ' aria-hidden="true"' : ""}><i class="key-${kind}"></i>${escapeText(text)}</li>`;
  return `<ul class="loop-legend">${[
    entry("runs", doing.runs),
    entry("ready", doing.ready),
    entry("waits", doing.waits),
    entry("result", outcomes.result),
    entry("exception", outcomes.exception),
    entry("cancelled", outcomes.cancelled),
    entry("wake", wakes),
    entry("cancel", cancels),
    entry("enlarged", enlarged),
  ].join("")}</ul>`;
}
