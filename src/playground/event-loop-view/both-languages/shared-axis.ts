import { type Axis, layOut } from "../axis.ts";
import { lastWhere } from "../last-where.ts";
import type { Moment } from "../moment.ts";
import type { Timeline } from "../timeline.ts";

/** One time axis for several timelines. */
export interface SharedAxis {
  /** The axis of each timeline. The same time begins at the same x in all of them. */
  readonly axes: readonly Axis[];
  /** The x of all moments at which a step begins or ends, or something is printed, from left to right. */
  readonly stops: readonly number[];
}

/** The events that readers look for. */
const stopKinds: readonly string[] = ["began", "ended", "output"];

/**
 * Lays timelines out on one axis. The events of one instant take room that no time takes; each instant gets as much of it
 * as the timeline needs that has most events there.
 */
export function layOutTogether(timelines: readonly Timeline[], pixels: number): SharedAxis {
  const instants = timelines.map(instantsOf);
  const times = [...new Set(instants.flatMap((of) => [...of.keys()]))].sort((one, other) => one - other);
  /** How far the events of an instant are moved, by timeline and time. */
  const shifts = timelines.map(() => new Map<number, number>());
  let order = 0;
  for (const time of times) {
    let most = 0;
    for (const [number, of] of instants.entries()) {
      const instant = of.get(time);
      if (instant !== undefined) {
        shifts[number]?.set(time, order - instant.before);
        most = Math.max(most, instant.after - instant.before);
      }
    }
    order += most;
  }
  const moved = timelines.map(({ moments }, number) =>
    moments.map((moment) => ({ ...moment, order: moment.order + (shifts[number]?.get(moment.at) ?? 0) })),
  );
  const all = moved.flat().sort((one, other) => one.at - other.at || one.order - other.order);
  const common = layOut([...all, { index: all.length, at: times.at(-1) ?? 0, order }], 0, pixels);
  const axes = moved.map((moments, number): Axis => {
    const xOf = ({ at, order: own }: Pick<Moment, "at" | "order">) =>
      common.xOf({ at, order: own + (shifts[number]?.get(at) ?? 0) });
    return { ...common, xOf, indexAt: (x) => lastWhere(moments, (moment) => common.xOf(moment) <= x + 1e-9) };
  });
  const stops = timelines.flatMap(({ events, moments }, number) =>
    moments.flatMap((moment, index) =>
      stopKinds.includes(events[index]?.kind ?? "") ? [axes[number]?.xOf(moment) ?? 0] : [],
    ),
  );
  return { axes, stops: [...new Set(stops)].sort((one, other) => one - other) };
}

/** How much order there is before and after each time of a timeline. */
function instantsOf({ moments }: Timeline): Map<number, { readonly before: number; after: number }> {
  const instants = new Map<number, { readonly before: number; after: number }>();
  let before = 0;
  for (const { at, order } of moments) {
    const instant = instants.get(at);
    if (instant === undefined) {
      instants.set(at, { before, after: order });
    } else {
      instant.after = order;
    }
    before = order;
  }
  return instants;
}
