import type { StackFrame } from "../../trace/stack-frame.ts";
import type { TraceEvent } from "../../trace/trace.ts";
import { intervalAt } from "./lane.ts";
import type { Timeline } from "./timeline.ts";

/**
 * The line of a file that has the thread just after an event; undefined when nothing of the file runs then, or nobody knows
 * where. A step is known by its latest event that says where it was, or else by where it had waited.
 *
 * @param handle What has the thread.
 */
export function runningLine(
  timeline: Timeline,
  handle: number,
  index: number,
  file: string,
): number | undefined {
  const frames = framesInStep(timeline, handle, index) ?? framesBefore(timeline, handle, index);
  return frames.find(({ path }) => path === file)?.line;
}

function framesInStep(timeline: Timeline, handle: number, index: number): readonly StackFrame[] | undefined {
  /** How many steps inside of this one are just passed over: those of tasks that started eagerly. */
  let inner = 0;
  for (let at = index; at >= 0; at--) {
    const event = timeline.events[at] as TraceEvent;
    if (event.kind === "ended") {
      inner++;
    } else if (event.kind === "began" && inner > 0) {
      inner--;
    } else if (event.kind === "began") {
      return event.handle === handle ? beginningOf(timeline, handle, at) : undefined;
    } else if (inner === 0 && tellsWhere(timeline, event, handle)) {
      return event.frames;
    }
  }
  return undefined;
}

type EventWithFrames = Extract<TraceEvent, { readonly frames: unknown }>;

/** Whether an event says where the step was when it happened. */
function tellsWhere(timeline: Timeline, event: TraceEvent, handle: number): event is EventWithFrames {
  switch (event.kind) {
    case "output":
      return event.frames.length > 0;
    case "waits":
      return event.task === handle;
    case "task created":
      // An async call says where it begins itself.
      return event.parent === handle && !timeline.isOfPromises;
    default:
      return false;
  }
}

/** An async call begins as soon as it is made, at its first line. */
function beginningOf(timeline: Timeline, handle: number, began: number): readonly StackFrame[] | undefined {
  const made = timeline.events[began - 1];
  return made?.kind === "task created" && made.task === handle && timeline.isOfPromises
    ? made.frames
    : undefined;
}

/** Where a task had waited that has gone on. */
function framesBefore(timeline: Timeline, handle: number, index: number): readonly StackFrame[] {
  const lane = timeline.lane(handle);
  const running = lane && intervalAt(lane, index);
  if (lane === undefined || running === undefined) {
    return [];
  }
  const before = lane.intervals
    .slice(0, lane.intervals.indexOf(running))
    .findLast(({ doing }) => doing !== "ready");
  // The last frame of a step is where it waits next.
  return (before?.doing === "runs" ? before.frames.slice(-1) : before?.frames) ?? [];
}
