import type { TraceEvent } from "../../trace/trace.ts";
import { save } from "../sharing/save-file.ts";
import { chromeTraceOf } from "./chrome-trace.ts";
import type { Timeline } from "./timeline.ts";
import type { ViewLabels } from "./view-labels.ts";

/** Hands the run to the browser as a file that the view opens again. */
export function saveTrace(timeline: Timeline): void {
  const { events, moments } = timeline;
  // The time of the view: that of a program which turns it back would not be believed.
  const lines = events.map((event, index) =>
    JSON.stringify({ ...event, ...namesIn(timeline, event), at: moments[index]?.at }),
  );
  saveText(`[\n${lines.join(",\n")}\n]\n`, "event-loop.trace.json");
}

/** What the source calls a task, which nobody who opens the file may have. */
function namesIn(timeline: Timeline, event: TraceEvent): { source?: string } {
  const lane = event.kind === "task created" ? timeline.lane(event.task) : undefined;
  return lane === undefined || timeline.isOfPromises ? {} : { source: `${lane.variable} ${lane.coroutine}` };
}

/** Hands the run to the browser as a file for Perfetto and its like. */
export function saveChromeTrace(timeline: Timeline, labels: ViewLabels): void {
  saveText(`${JSON.stringify(chromeTraceOf(timeline, labels))}\n`, "event-loop.chrome-trace.json");
}

function saveText(text: string, name: string): void {
  save(new Blob([text], { type: "application/json" }), name);
}
