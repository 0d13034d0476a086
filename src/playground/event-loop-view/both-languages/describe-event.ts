import type { TraceEvent } from "../../../trace/trace.ts";
import { exactly } from "../axis.ts";
import { titleOf } from "../lane.ts";
import type { Timeline } from "../timeline.ts";
import type { ViewLabels } from "../view-labels.ts";

/** An event of a scheduler in a few words: when, who and what. */
export function describeEvent(timeline: Timeline, event: TraceEvent, labels: ViewLabels): string {
  const [who, what] = deedOf(timeline, event, labels);
  return `${exactly(event.at)} · ${who}${what === "" ? "" : ` · ${what}`}`;
}

function deedOf(timeline: Timeline, event: TraceEvent, labels: ViewLabels): readonly [string, string] {
  const name = (number: number): string => {
    const lane = timeline.lane(number);
    const known = lane === undefined || lane.task === 0 ? timeline.labelOf(number) : titleOf(lane);
    return known === "" ? labels.callbacks : known;
  };
  switch (event.kind) {
    case "queued":
      return [name(event.handle), labels.doing.ready];
    case "began":
      return [name(event.handle), labels.doing.runs];
    case "waits":
      return [name(event.task), `${labels.doing.waits}: ${event.what}`];
    case "timer set":
      return [labels.timers, exactly(event.deadline)];
    case "timer fired":
      return [labels.timers, name(event.handle)];
    case "output":
      return [name(event.task), `${labels.prints}: ${event.text}`];
    case "task done":
      return [name(event.task), labels.outcomes[event.outcome]];
    case "cancel":
      return [name(event.by), `${labels.cancels}: ${name(event.target)}`];
    case "scope opened":
      return [name(event.owner), event.what];
    case "scope joined":
      return [name(event.member), event.kind];
    case "scope closed":
      return [event.kind, labels.outcomes[event.outcome]];
    default:
      return [event.kind, ""];
  }
}
