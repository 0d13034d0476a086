import type { TraceEvent } from "../../trace/trace.ts";

/**
 * A moment of a run: the time, and how much had happened by then. Events of one instant differ in order alone, which
 * is why a drawing needs both.
 */
export interface Moment {
  /** The number of the event. */
  readonly index: number;
  /** Seconds since the run began. */
  readonly at: number;
  /** The sum of the weights of all events so far. */
  readonly order: number;
}

export const beginning: Moment = { index: -1, at: 0, order: 0 };

/** How much room an event takes in a drawing although it takes no time. What readers look for takes more. */
const weights: Partial<Record<TraceEvent["kind"], number>> = {
  "task created": 0.5,
  queued: 0.1,
  began: 1,
  ended: 1,
  "future done": 0.1,
  cancel: 1.5,
  output: 1.5,
};

/** A program that forges its trace may turn the time back, which would let a lane cover itself. */
export function nextMoment(previous: Moment, event: TraceEvent): Moment {
  return {
    index: previous.index + 1,
    at: Math.max(previous.at, event.at),
    order: previous.order + (weights[event.kind] ?? 0),
  };
}
