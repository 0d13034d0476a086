import { join } from "node:path";
import { layOut } from "../playground/event-loop-view/axis.ts";
import { draw, heightOf, rowsOf } from "../playground/event-loop-view/draw.ts";
import { Timeline } from "../playground/event-loop-view/timeline.ts";
import { viewLabelsFor } from "../playground/event-loop-view/view-labels.ts";
import { renderViewShell } from "../playground/event-loop-view/view-shell.ts";
import { recordProgram } from "../recording/record-program.ts";
import { type Example, ExampleError, examplesFolder } from "./read-example.ts";
import { readTrace } from "./read-trace.ts";

/** About how wide a picture is on a wide screen, in pixels. It fits others as well. */
const usualWidth = 590;

const recorded = new Map<string, Promise<Timeline>>();

/** The event-loop view of an example as it opens: its controls, and in its frame whatever picture it is given. */
export async function renderRecordedView(
  example: Example,
  language: string,
  picture: string,
): Promise<string> {
  const timeline = await recordOnce(example);
  return renderViewShell(viewLabelsFor(language), picture, heightOf(rowsOf(timeline).length), {
    until: timeline.end.at,
    isRecording: example.runtime === "node",
  });
}

/** The timeline of the recorded run, as SVG. */
export async function drawRecorded(example: Example, language: string): Promise<string> {
  const timeline = await recordOnce(example);
  return draw({
    timeline,
    axis: layOut(timeline.moments, timeline.end.at, usualWidth),
    viewport: { from: 0, to: 1, width: usualWidth, top: 0, rows: rowsOf(timeline).length },
    words: viewLabelsFor(language),
    id: `recorded-${language}`,
    now: timeline.end,
    decimals: 1,
  });
}

/** The pages of both languages show the same run. */
function recordOnce(example: Example): Promise<Timeline> {
  const known = recorded.get(example.path);
  if (known !== undefined) return known;
  const recording = record(example);
  recorded.set(example.path, recording);
  return recording;
}

/** What runs in Node alone takes the time that its programs and sockets take: such a run is kept in a file. */
async function record({ path, runtime, active }: Example): Promise<Timeline> {
  if (active !== "main.ts") {
    throw new ExampleError(
      `examples/${path}/example.json`,
      `an example with \`view\` must open with main.ts; found "${active}" as active file. Leave \`view\` out.`,
    );
  }
  const timeline = new Timeline();
  timeline.add(
    runtime === "node" ? readTrace(path) : await recordProgram(join(examplesFolder(), path, "main.ts")),
  );
  return timeline;
}
