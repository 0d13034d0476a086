import { layOut } from "../playground/event-loop-view/axis.ts";
import { draw } from "../playground/event-loop-view/draw.ts";
import { heightOf, rowsOf } from "../playground/event-loop-view/drawing.ts";
import { Timeline } from "../playground/event-loop-view/timeline.ts";
import { viewLabelsFor } from "../playground/event-loop-view/view-labels.ts";
import { renderViewShell } from "../playground/event-loop-view/view-shell.ts";
import type { Example } from "./read-example.ts";
import { recordedRun } from "./recorded-run.ts";

/** About how wide a picture is on a wide screen, in pixels. It fits others as well. */
const usualWidth = 590;

/** The event-loop view of an example as it opens: its controls, and in its frame whatever picture it is given. */
export function renderRecordedView(example: Example, language: string, picture: string): string {
  const timeline = timelineOf(example);
  return renderViewShell(viewLabelsFor(language), picture, heightOf(rowsOf(timeline).length), {
    until: timeline.end.at,
    isRecording: example.runtime === "node",
  });
}

/** The timeline of the recorded run, as SVG. */
export function drawRecorded(example: Example, language: string): string {
  const timeline = timelineOf(example);
  const labels = viewLabelsFor(language);
  return draw({
    timeline,
    axis: layOut(timeline.moments, timeline.end.at, usualWidth),
    viewport: { from: 0, to: 1, width: usualWidth, top: 0, rows: rowsOf(timeline).length },
    words: timeline.isOfPromises ? { ...labels, ...labels.ofPromises } : labels,
    id: `recorded-${language}`,
    now: timeline.end,
    decimals: 1,
  });
}

function timelineOf(example: Example): Timeline {
  const timeline = new Timeline();
  timeline.add(recordedRun(example));
  return timeline;
}
