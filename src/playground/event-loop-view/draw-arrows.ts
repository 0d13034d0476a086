import { Lines } from "./lines.ts";
import type { PlotScale } from "./plot-scale.ts";

/** From the step that made a task to the task. */
export function drawCreations(scale: PlotScale): string {
  const lines = new Lines(scale.drawing.viewport.width);
  for (const { task, parent, created } of scale.shown) {
    if (parent > 0) {
      lines.add(scale.line("made", created, parent, created, task));
    }
  }
  return lines.markup;
}

/** From what set a task going again to the task. */
export function drawWakes(scale: PlotScale): string {
  const lines = new Lines(scale.drawing.viewport.width);
  for (const { from, by, to, task, outcome } of scale.drawing.timeline.wakes) {
    if (by !== 0 && by !== task) {
      lines.add(scale.line(outcome === "cancelled" ? "cancel" : "wake", from, by, to, task));
    }
  }
  return lines.markup;
}

/** From who asked for it, through all that it reached. */
export function drawCancellations(scale: PlotScale): string {
  const lines = new Lines(scale.drawing.viewport.width);
  for (const { moment, from, task } of scale.drawing.timeline.cancellations) {
    lines.add(scale.line("request", moment, from, moment, task));
  }
  return lines.markup;
}
