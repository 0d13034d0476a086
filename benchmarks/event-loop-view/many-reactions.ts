import type { TraceEvent } from "../../src/trace/trace.ts";

/**
 * What promises tell of so many reactions, as calls of async functions go on again and again, each after a promise that it
 * awaits: five events each, which for 100,000 of them is more than is kept of a run.
 *
 * @param calls How many calls share the reactions.
 */
export function traceOfManyReactions(reactions: number, calls: number): TraceEvent[] {
  const events: TraceEvent[] = [];
  const frameAt = (line: number) => [{ caller: "work", path: "plain.ts", line, column: 0 }];
  const tell = (at: number, event: Record<string, unknown>) => events.push({ at, ...event } as TraceEvent);
  tell(0, { kind: "promises watched" });
  for (let task = 1; task <= calls; task++) {
    tell(0, { kind: "task created", task, name: `work #${task}`, parent: 0, frames: frameAt(1) });
    tell(0, { kind: "began", handle: task });
    tell(0, { kind: "waits", task, on: calls + task, what: "promise", frames: frameAt(4) });
    tell(0, { kind: "ended", handle: task });
  }
  for (let reaction = 0; reaction < reactions; reaction++) {
    const [at, task, awaited] = [reaction / 100_000, 1 + (reaction % calls), calls + 1 + reaction];
    tell(at, {
      kind: "future done",
      future: awaited,
      outcome: "result",
      by: 1 + ((reaction * 7919) % calls),
    });
    tell(at, { kind: "queued", handle: task, label: "work" });
    tell(at, { kind: "began", handle: task });
    if (reaction % 100 === 0) {
      const line = reaction / 100;
      tell(at, { kind: "output", task, line, text: `reaction ${reaction}`, frames: frameAt(5) });
    }
    tell(at, { kind: "waits", task, on: awaited + calls, what: "promise", frames: frameAt(4) });
    tell(at, { kind: "ended", handle: task });
  }
  return events;
}
