import type { LoopEvent } from "../async-primitives/index.ts";

/** What an event is about. */
export function subjectOf(event: LoopEvent): object | undefined {
  switch (event.kind) {
    case "queued":
      return event.runnable;
    case "callback began":
    case "callback ended":
    case "callback cancelled":
      return event.handle;
    case "timer set":
    case "timer fired":
    case "timer cancelled":
      return event.timer;
    case "future named":
    case "future done":
    case "cancel requested":
      return event.future;
    case "scope opened":
    case "scope joined":
    case "scope closed":
      return event.scope;
    case "wait reached":
      return event.on;
    default:
      return event.task;
  }
}
