import { type Drawing, metrics } from "./drawing.ts";
import { layOutLabels } from "./lay-out-labels.ts";
import { Lines, percent } from "./lines.ts";
import { escapeText } from "./markup.ts";
import { isInSight, PlotScale } from "./plot-scale.ts";

export interface DrawnOutputs {
  readonly markup: string;
  /** How many lines have found no room. */
  readonly dropped: number;
}

/** How many rows the printed lines need so that none is left out, as far as a picture may be so tall. */
export function outputRowsFor(drawing: Drawing): number {
  const printed = printedIn(new PlotScale(drawing));
  const labels = layOutLabels(printed, metrics.mostOutputRows, drawing.viewport.width);
  return labels.reduce<number>((most, { row }) => Math.max(most, row + 1), metrics.outputRows);
}

/** The lines in sight, and where they were printed, in pixels. */
function printedIn(scale: PlotScale) {
  const { timeline, viewport } = scale.drawing;
  return timeline.outputs.flatMap(({ moment, task, text }) => {
    const x = scale.xOf(moment);
    return isInSight(x, x) ? [{ x: x * viewport.width, task, text }] : [];
  });
}

/** What was printed, below the lanes, with a mark down from the task that printed it. */
export function drawOutputs(scale: PlotScale): DrawnOutputs {
  const { viewport } = scale.drawing;
  const shown = printedIn(scale);
  const marks = new Lines(viewport.width);
  for (const { x: pixels, task } of shown) {
    const row = scale.rowOf(scale.drawing.timeline.lane(task));
    const top = row === undefined || row < 0 || row >= scale.shown.length ? scale.shown.length : row + 0.8;
    const [x, y1] = [pixels / viewport.width, metrics.axis + top * metrics.lane];
    marks.add({ kind: "printed", x1: x, x2: x, y1, y2: scale.bottom + 4, id: "" });
  }
  const labels = layOutLabels(shown, viewport.outputRows ?? metrics.outputRows, viewport.width);
  const texts = labels.map(({ from, to, text, row, endsThere }) => {
    const [x, width] = [percent(from / viewport.width), percent((to - from) / viewport.width)];
    const y = scale.bottom + 6 + row * metrics.outputRow;
    const anchor = endsThere ? 'class="print ends" x="100%"' : 'class="print" x="3"';
    return `<svg x="${x}" y="${y}" width="${width}" height="16"><text ${anchor} y="11">${escapeText(text)}</text></svg>`;
  });
  return {
    markup: marks.markup + texts.join(""),
    dropped: shown.length - new Set(labels.map(({ number }) => number)).size,
  };
}
