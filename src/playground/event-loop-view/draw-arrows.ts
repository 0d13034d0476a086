import { Lines } from "./lines.ts";
import type { PlotScale } from "./plot-scale.ts";

/** From the step that made a task to the task. */
export function drawCreations(scale: PlotScale): string {
  const { timeline, viewport } = scale.drawing;
  const lines = new Lines(viewport.width);
  for (const lane of scale.shown) {
    if (lane.parent > 0) {
      lines.add(scale.line("made", lane.created, timeline.lane(lane.parent), lane.created, lane));
    }
  }
  return lines.markup;
}

/** From what set a task going again to the task. */
export function drawWakes(scale: PlotScale): string {
  const lines = new Lines(scale.drawing.viewport.width);
  for (const { from, by, to, outcome, lanes: ends } of scale.drawing.timeline.wakes) {
    if (lines.isFull) {
      break;
    }
    if (by !== 0) {
      lines.add(scale.line(outcome === "cancelled" ? "cancel" : "wake", from, ends[0], to, ends[1]));
    }
  }
  return lines.markup;
}

/** From who asked for it, through all that it reached. */
export function drawCancellations(scale: PlotScale): string {
  const { timeline, viewport } = scale.drawing;
  const lines = new Lines(viewport.width);
  for (const { moment, from, task } of timeline.cancellations) {
    lines.add(scale.line("request", moment, timeline.lane(from), moment, timeline.lane(task)));
  }
  return lines.markup;
}
