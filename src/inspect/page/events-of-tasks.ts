import type { TraceEvent } from "../../trace/trace.ts";

/** Leaves out of a trace all that other tasks did than those whose name has some words in it, in whatever case. */
export function eventsOfTasks(events: readonly TraceEvent[], words: string): readonly TraceEvent[] {
  if (words === "") {
    return events;
  }
  const wanted = words.toLowerCase();
  const left = new Set<number>();
  for (const event of events) {
    if (
      (event.kind === "task created" || event.kind === "task renamed") &&
      !event.name.toLowerCase().includes(wanted)
    ) {
      left.add(event.task);
    } else if (event.kind === "task renamed") {
      left.delete(event.task);
    }
  }
  return events.filter((event) => !left.has(subjectOf(event)));
}

/** The number of whom an event is about; 0 for nobody. */
function subjectOf(event: TraceEvent): number {
  if ("task" in event) {
    return event.task;
  }
  return "handle" in event ? event.handle : 0;
}
