import type { TraceEvent } from "../../src/trace/trace.ts";

/** What a loop tells of so many tasks that sleep for different times, ten events each, and of what some of them print. */
export function traceOfManyTasks(tasks: number): TraceEvent[] {
  const main = 1;
  const timed: { at: number; task: number }[] = [];
  const events: TraceEvent[] = [];
  const frameAt = (line: number) => [{ caller: "work", path: "main.ts", line, column: 3 }];
  const tell = (at: number, event: Record<string, unknown>) => events.push({ at, ...event } as TraceEvent);
  tell(0, { kind: "task created", task: main, name: "Task-1", parent: 0, frames: [] });
  tell(0, { kind: "began", handle: main });
  for (let index = 0; index < tasks; index++) {
    const task = 10 + index * 3;
    tell(0, { kind: "task created", task, name: `Task-${index + 2}`, parent: main, frames: frameAt(9) });
    tell(0, { kind: "queued", handle: task, label: "work" });
  }
  tell(0, { kind: "waits", task: main, on: 2, what: "gather", frames: frameAt(12) });
  tell(0, { kind: "ended", handle: main });
  for (let index = 0; index < tasks; index++) {
    const task = 10 + index * 3;
    const deadline = ((index * 7919) % tasks) / tasks + 0.1;
    tell(0.05, { kind: "began", handle: task });
    tell(0.05, { kind: "timer set", handle: task + 1, deadline, label: "sleep" });
    tell(0.05, { kind: "waits", task, on: task + 2, what: "sleep", frames: frameAt(4) });
    tell(0.05, { kind: "ended", handle: task });
    timed.push({ at: deadline, task });
  }
  for (const { at, task } of timed.sort((one, other) => one.at - other.at)) {
    tell(at, { kind: "timer fired", handle: task + 1 });
    tell(at, { kind: "future done", future: task + 2, outcome: "result", by: 0 });
    tell(at, { kind: "queued", handle: task, label: "work" });
    tell(at, { kind: "began", handle: task });
    if (task % 10 === 0) {
      tell(at, { kind: "output", task, line: 1, text: `task ${task} is done` });
    }
    tell(at, { kind: "task done", task, outcome: "result", message: "" });
    tell(at, { kind: "ended", handle: task });
  }
  return events;
}
