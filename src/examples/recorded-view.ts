import { layOut } from "../playground/event-loop-view/axis.ts";
import { draw } from "../playground/event-loop-view/draw.ts";
import { outputRowsFor } from "../playground/event-loop-view/draw-outputs.ts";
import { type Drawing, heightOf, partOfNames } from "../playground/event-loop-view/drawing.ts";
import { missingSigns } from "../playground/event-loop-view/missing-signs.ts";
import { Timeline } from "../playground/event-loop-view/timeline.ts";
import { viewLabelsFor } from "../playground/event-loop-view/view-labels.ts";
import { renderViewShell } from "../playground/event-loop-view/view-shell.ts";
import type { Example } from "./read-example.ts";
import { recordedRun } from "./recorded-run.ts";

/** About how wide a picture is on a phone, in pixels: nothing of it is cut there, and it fits where there is more room. */
const usualWidth = 300;
/** From a phone to a pane that is as wide as its page. */
const usualWidths = Array.from({ length: 30 }, (_, index) => 300 + 20 * index);

/** The event-loop view of an example as it opens: its controls, and in its frame whatever picture it is given. */
export function renderRecordedView(example: Example, language: string, picture: string): string {
  const drawing = drawingOf(example, language);
  const { timeline, viewport } = drawing;
  return renderViewShell(
    viewLabelsFor(language),
    picture,
    heightOf(timeline.rows.length, viewport.outputRows),
    {
      until: timeline.end.at,
      isRecording: example.runtime === "node",
      missing: missingSigns(draw(drawing)),
    },
  );
}

/**
 * The timeline of the recorded run, as SVG.
 *
 * @param pixels How wide it will be, about: it fits other widths as well.
 */
export function drawRecorded(example: Example, language: string, pixels = usualWidth): string {
  return draw(drawingOf(example, language, pixels));
}

function drawingOf(example: Example, language: string, pixels = usualWidth): Drawing {
  const timeline = timelineOf(example);
  const drawing = drawingIn(timeline, language, pixels);
  // What finds room at one width may want another row at the next, and the page reserves as many for all.
  const outputRows = Math.max(
    ...usualWidths.map((width) => outputRowsFor(drawingIn(timeline, language, width))),
  );
  return { ...drawing, viewport: { ...drawing.viewport, outputRows } };
}

function drawingIn(timeline: Timeline, language: string, pixels: number): Drawing {
  const labels = viewLabelsFor(language);
  const words = timeline.isOfPromises ? { ...labels, ...labels.ofPromises } : labels;
  const { rows } = timeline;
  const names = partOfNames(rows, words, pixels);
  const width = (pixels * (100 - names)) / 100;
  const viewport = { from: 0, to: 1, width, top: 0, rows: rows.length };
  const axis = layOut(timeline.moments, timeline.end.at, width);
  const id = `recorded-${language}`;
  return { timeline, axis, viewport, words, names, id, now: timeline.end, decimals: 1 };
}

function timelineOf(example: Example): Timeline {
  const timeline = new Timeline((path) => example.files.find(({ name }) => name === path)?.code);
  timeline.add(recordedRun(example));
  return timeline;
}
