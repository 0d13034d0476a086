import { save } from "../sharing/save-file.ts";
import { chromeTraceOf } from "./chrome-trace.ts";
import type { Timeline } from "./timeline.ts";
import type { ViewLabels } from "./view-labels.ts";

/** Hands the run to the browser as a file that the view opens again. */
export function saveTrace({ events, moments }: Timeline): void {
  // The time of the view: that of a program which turns it back would not be believed.
  const lines = events.map((event, index) => JSON.stringify({ ...event, at: moments[index]?.at }));
  saveText(`[\n${lines.join(",\n")}\n]\n`, "event-loop.trace.json");
}

/** Hands the run to the browser as a file for Perfetto and its like. */
export function saveChromeTrace(timeline: Timeline, labels: ViewLabels): void {
  saveText(`${JSON.stringify(chromeTraceOf(timeline, labels))}\n`, "event-loop.chrome-trace.json");
}

function saveText(text: string, name: string): void {
  save(new Blob([text], { type: "application/json" }), name);
}
