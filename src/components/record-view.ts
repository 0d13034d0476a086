import { join } from "node:path";
import { layOut } from "../playground/event-loop-view/axis.ts";
import { draw, heightOf, rowsOf } from "../playground/event-loop-view/draw.ts";
import { frameOf } from "../playground/event-loop-view/frame.ts";
import { Timeline } from "../playground/event-loop-view/timeline.ts";
import { viewLabelsFor } from "../playground/event-loop-view/view-labels.ts";
import { recordProgram } from "../sandbox/record-program.ts";
import { type Example, ExampleError, examplesFolder } from "./read-example.ts";

/** About how wide a picture is on a wide screen, in pixels. It fits others as well. */
const usualWidth = 590;

const recorded = new Map<string, Promise<Timeline>>();

/** The event-loop view of an example as it opens: its controls, and the timeline of a run on virtual time. */
export async function recordView(example: Example, language: string): Promise<string> {
  const timeline = await recordOnce(example);
  const labels = viewLabelsFor(language);
  const rows = rowsOf(timeline).length;
  const picture = draw({
    timeline,
    axis: layOut(timeline.moments, timeline.end.at, usualWidth),
    viewport: { from: 0, to: 1, width: usualWidth, top: 0, rows },
    words: labels,
    id: "recorded",
    now: timeline.end,
    decimals: 1,
  });
  return frameOf(labels, picture, heightOf(rows), timeline.end.at);
}

/** The pages of both languages show the same run. */
function recordOnce(example: Example): Promise<Timeline> {
  const known = recorded.get(example.path);
  if (known !== undefined) return known;
  const recording = record(example);
  recorded.set(example.path, recording);
  return recording;
}

async function record({ path, runtime, active }: Example): Promise<Timeline> {
  if (runtime !== "browser" || active !== "main.ts") {
    throw new ExampleError(
      `examples/${path}/example.json`,
      `an example with \`view\` must run main.ts in the browser; found runtime "${runtime}" and active file "${active}". Leave \`view\` out.`,
    );
  }
  const timeline = new Timeline();
  timeline.add(await recordProgram(join(examplesFolder(), path, "main.ts")));
  return timeline;
}
