import { lastWhere } from "./last-where.ts";
import type { Moment } from "./moment.ts";

/**
 * Lays moments out from left to right, 0 to 1. Waiting is to scale. A step of a task takes microseconds, and could not be
 * seen if it were, so events have a width of their own: the axis is a little stretched where the loop works.
 */
export interface Axis {
  /** Where a moment is, from 0 to 1. */
  xOf(moment: Pick<Moment, "at" | "order">): number;
  /** The last moment that is at an x or left of it. Its index is -1 before the first one. */
  indexAt(x: number): number;
  /** The time at an x. */
  timeAt(x: number): number;
  /** Where a time begins. */
  xOfTime(time: number): number;
  /** How wide so many seconds are in which nothing happens. */
  widthOf(seconds: number): number;
}

/** Pixels for an event of weight 1, as long as there is room. */
const eventWidth = 6;
/** How much of the width is filled: what ends last must not end at the edge. */
const filled = 0.985;
/** How much of the width events may take from time. */
const mostForEvents = 0.33;

/** An axis for the moments so far, up to a time that may lie after them, in about so many pixels. */
export function layOut(moments: readonly Moment[], until: number, pixels: number): Axis {
  const last = moments.at(-1);
  const total = Math.max(until, last?.at ?? 0);
  const events = last?.order ?? 0;
  const share = total === 0 ? filled : Math.min(mostForEvents, (events * eventWidth) / pixels);
  const perSecond = total === 0 ? 0 : (filled - share) / total;
  const perEvent = events === 0 ? 0 : share / events;
  const xOf = ({ at, order }: Pick<Moment, "at" | "order">): number => at * perSecond + order * perEvent;
  const indexAt = (wanted: number) => lastWhere(moments, (moment) => xOf(moment) <= wanted);
  const orderAfter = (index: number): number => moments[index]?.order ?? 0;
  return {
    xOf,
    indexAt,
    timeAt(wanted) {
      const index = indexAt(wanted);
      const time = perSecond === 0 ? 0 : (wanted - orderAfter(index) * perEvent) / perSecond;
      return Math.min(
        Math.max(time, moments[index]?.at ?? 0),
        moments[index + 1]?.at ?? Number.POSITIVE_INFINITY,
      );
    },
    widthOf: (seconds) => seconds * perSecond,
    xOfTime: (time) =>
      time <= 0 ? 0 : xOf({ at: time, order: orderAfter(lastWhere(moments, ({ at }) => at < time)) }),
  };
}

/** How near marks may come to each other, as a part of how far apart they are wanted. */
const leastApart = 0.8;

/** A mark on the axis. */
export interface Tick {
  readonly time: number;
  readonly x: number;
  readonly label: string;
}

/** Round times between two x, at least so far apart. */
export function ticksOf(axis: Axis, from: number, to: number, apart: number): Tick[] {
  const [first, last] = [axis.timeAt(from), axis.timeAt(to)];
  const step = roundUp(((last - first) * apart) / (to - from));
  // Where events take much of the width, every time that is so round may find no room: then those that are rounder all do.
  const rounder = roundUp((apart * leastApart) / axis.widthOf(1));
  return rounder > step && rounder * 2 <= last - first
    ? ticksBy(rounder, axis, from, to, apart)
    : ticksBy(step, axis, from, to, apart);
}

function ticksBy(step: number, axis: Axis, from: number, to: number, apart: number): Tick[] {
  const [first, last] = [axis.timeAt(from), axis.timeAt(to)];
  // Nothing lies between times that are so near to each other, or too far from 0 to be told apart.
  if (!(step > first * 1e-12)) {
    return [{ time: first, x: axis.xOfTime(first), label: seconds(first, 0) }];
  }
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks: Tick[] = [];
  for (let number = Math.ceil(first / step - 1e-9); number * step <= last + 1e-12; number++) {
    const time = number * step;
    const x = axis.xOfTime(time);
    if (x < from - 1e-9 || x > to) {
      continue;
    }
    const previous = ticks.at(-1);
    if (previous === undefined || x - previous.x >= apart * leastApart) {
      ticks.push({ time, x, label: seconds(time, decimals) });
    }
  }
  return ticks;
}

/** The next of 1, 2, 5, 10, 20, 50... and their tenths. */
function roundUp(step: number): number {
  if (!(step > 0)) {
    return 0;
  }
  const power = 10 ** Math.floor(Math.log10(step));
  return power * ([1, 2, 5].find((factor) => factor * power >= step) ?? 10);
}

/** A time by itself, to the millisecond, or finer where a millisecond is long. */
export function exactly(time: number): string {
  return time >= 1 ? `${time.toFixed(3)} s` : seconds(time, time === 0 || time >= 0.01 ? 3 : 4);
}

/** A time on the axis: no more digits than tell it from its neighbours. */
export function seconds(time: number, decimals: number): string {
  if (decimals <= 2) {
    return `${time.toFixed(decimals)} s`;
  }
  return decimals <= 5
    ? `${(time * 1e3).toFixed(decimals - 3)} ms`
    : `${(time * 1e6).toFixed(Math.max(0, decimals - 6))} µs`;
}

/** A time as a picture has room for it. */
export function shortTime(time: number): string {
  return time >= 0.1 ? seconds(time, 2) : seconds(time, 4);
}
