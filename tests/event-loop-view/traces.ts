import type { TraceEvent } from "../../src/trace/trace.ts";

/** Events of an instant, without saying its time again and again. */
type Timeless = TraceEvent extends infer Event
  ? Event extends TraceEvent
    ? Omit<Event, "at">
    : never
  : never;

export function at(time: number, ...events: readonly Timeless[]): TraceEvent[] {
  return events.map((event) => ({ at: time, ...event }));
}

const frameAt = (line: number, caller: string) => [{ caller, path: "main.ts", line, column: 1 }];

/** A task that makes another one and waits for it, which sleeps for a second and prints. */
export const parentAndChild: readonly TraceEvent[] = [
  ...at(
    0,
    { kind: "task created", task: 1, name: "Task-1", parent: 0, frames: [] },
    { kind: "queued", handle: 1, label: "Task-1" },
    { kind: "began", handle: 1 },
    { kind: "task created", task: 2, name: "child", parent: 1, frames: frameAt(9, "main") },
    { kind: "queued", handle: 2, label: "child" },
    { kind: "waits", task: 1, on: 2, what: "Task", frames: frameAt(10, "main") },
    { kind: "ended", handle: 1 },
    { kind: "began", handle: 2 },
    { kind: "timer set", handle: 3, deadline: 1, label: "sleep" },
    { kind: "waits", task: 2, on: 4, what: "sleep", frames: frameAt(4, "wait") },
    { kind: "ended", handle: 2 },
  ),
  ...at(
    1,
    { kind: "timer fired", handle: 3 },
    { kind: "began", handle: 3 },
    { kind: "future done", future: 4, outcome: "result", by: 0 },
    { kind: "queued", handle: 2, label: "child" },
    { kind: "ended", handle: 3 },
    { kind: "began", handle: 2 },
    { kind: "output", task: 2, line: 1, text: "hello", frames: [] },
    { kind: "task done", task: 2, outcome: "result", message: "" },
    { kind: "queued", handle: 1, label: "Task-1" },
    { kind: "ended", handle: 2 },
    { kind: "began", handle: 1 },
    { kind: "task done", task: 1, outcome: "result", message: "" },
    { kind: "ended", handle: 1 },
  ),
];
