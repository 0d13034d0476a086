import type { TraceEvent } from "./trace.ts";

/** What a scheduler does: all else in a trace explains it. */
const coreKinds = [
  "queued",
  "began",
  "waits",
  "timer set",
  "timer fired",
  "output",
  "task done",
  "cancel",
  "scope opened",
  "scope joined",
  "scope closed",
] as const;
export type CoreKind = (typeof coreKinds)[number];

/** A thing that a scheduler did, told so that the loops of two languages tell it alike. */
export interface CoreEvent {
  /** Where it is in the trace. */
  readonly index: number;
  /** Seconds since the run began. */
  readonly at: number;
  readonly kind: CoreKind;
  /**
   * What happened to whom. Tasks, timers, scopes and futures are named by the order of their kind in the trace, and other
   * callbacks have no name, since each loop has numbers and names of its own.
   */
  readonly deed: string;
}

/**
 * What the scheduler of a run did until its main task was done. How a loop puts its own things away after that is its
 * own business.
 */
export function coreEvents(events: readonly TraceEvent[]): CoreEvent[] {
  const names = new Names();
  const core: CoreEvent[] = [];
  let main: number | undefined;
  for (const [index, event] of events.entries()) {
    const deed = deedOf(event, names);
    if (deed !== undefined) {
      core.push({ index, at: event.at, kind: event.kind as CoreKind, deed });
    }
    if (event.kind === "task created") {
      main ??= event.task;
    } else if (event.kind === "task done" && event.task === main) {
      break;
    }
  }
  return core;
}

/** Names things by the order in which they appear. */
class Names {
  readonly #names = new Map<number, string>();
  readonly #counts = new Map<string, number>();

  /** Gives a name to what has none yet. */
  give(kind: string, number: number): string {
    let name = this.#names.get(number);
    if (name === undefined) {
      const count = (this.#counts.get(kind) ?? 0) + 1;
      this.#counts.set(kind, count);
      name = `${kind} ${count}`;
      this.#names.set(number, name);
    }
    return name;
  }

  /** A callback is nobody. */
  of(number: number): string {
    return this.#names.get(number) ?? "callback";
  }
}

function deedOf(event: TraceEvent, names: Names): string | undefined {
  switch (event.kind) {
    case "task created":
      names.give("task", event.task);
      return undefined;
    case "queued":
    case "began":
    case "timer fired":
      return `${event.kind} ${names.of(event.handle)}`;
    case "waits":
      return `${names.of(event.task)} waits for ${event.on === 0 ? "its turn" : names.give("future", event.on)}`;
    case "timer set":
      return `${names.give("timer", event.handle)} set for ${event.deadline}`;
    case "output":
      return `${names.of(event.task)} prints ${event.text}`;
    case "task done":
      return `${names.of(event.task)} done: ${event.outcome}`;
    case "cancel":
      return names.of(event.target) === "callback"
        ? undefined
        : `${names.of(event.target)} cancelled by ${names.of(event.by)}`;
    case "scope opened":
      return `${names.give("scope", event.scope)} opened by ${names.of(event.owner)}: ${event.what} ${event.deadline ?? ""}`;
    case "scope joined":
      return `${names.of(event.member)} joins ${names.of(event.scope)}`;
    case "scope closed":
      return `${names.of(event.scope)} closed: ${event.outcome}`;
    default:
      return undefined;
  }
}
