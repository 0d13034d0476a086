import { readdirSync, readFileSync } from "node:fs";
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

/** The event-loop view of an example as it opens: its controls, and in its frame whatever picture it is given. */
export async function frameView(example: Example, language: string, picture: string): Promise<string> {
  const timeline = await recordOnce(example);
  return frameOf(viewLabelsFor(language), picture, heightOf(rowsOf(timeline).length), timeline.end.at);
}

/** The timeline of a run on virtual time, as SVG. */
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

/** The examples that some page opens with the view. The pages of both languages show the same ones. */
export function listViewed(pages: string = join(process.cwd(), "content")): string[] {
  const texts = readdirSync(pages)
    .filter((name) => name.endsWith(".mdx"))
    .map((name) => readFileSync(join(pages, name), "utf8"));
  return texts.flatMap((text) =>
    [...text.matchAll(/<Example path="([^"]+)"[^>]* view\b/g)].map(([, path = ""]) => path),
  );
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
