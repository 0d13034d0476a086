import { firstUserFrame } from "../../trace/stack-frame.ts";
import { exactly } from "./axis.ts";
import { type Interval, type Lane, titleOf } from "./lane.ts";
import { lastRunAt } from "./last-run.ts";
import type { LoopState } from "./loop-state.ts";
import { escapeText } from "./markup.ts";
import type { Timeline } from "./timeline.ts";
import type { ViewLabels } from "./view-labels.ts";

/** How many of a queue are named. */
const mostNamed = 8;

/** What the loop holds at a moment, in words. */
export interface MomentWords {
  readonly time: string;
  /** What ran last, while nothing runs; empty where nothing has. */
  readonly ran: string;
  /** What each part of the loop is called, and what is in it. */
  readonly parts: readonly { readonly name: string; readonly members: readonly string[] }[];
}

export function describeMoment(
  timeline: Timeline,
  state: LoopState,
  at: number,
  labels: ViewLabels,
): MomentWords {
  const name = (handle: number): string => {
    const lane = timeline.lane(handle);
    const label = timeline.labelOf(handle);
    return lane === undefined ? labels.callbacks + (label === "" ? "" : ` · ${label}`) : titleOf(lane);
  };
  const named = <Member>(members: readonly Member[], text: (member: Member) => string): string[] => [
    ...members.slice(0, mostNamed).map(text),
    ...(members.length > mostNamed ? [labels.more(members.length - mostNamed)] : []),
  ];
  const isIdle = state.running.length === 0;
  const ready = named(state.ready, name);
  const timers = named(state.timers, ({ handle, deadline }) => {
    const setter = timeline.setterOf(handle);
    return `${exactly(deadline)} ${setter === undefined ? name(handle) : titleOf(setter)}`;
  });
  return {
    time: exactly(at),
    ran: isIdle ? describeLastRun(timeline, state, name(state.ran), labels) : "",
    parts: [
      isIdle
        ? { name: labels.next, members: [...ready, ...timers].slice(0, 1) }
        : { name: labels.running, members: named(state.running, name) },
      { name: labels.readyQueue, members: ready },
      { name: labels.timers, members: timers },
    ],
  };
}

/** Who ran last, from which line to which. */
function describeLastRun(timeline: Timeline, state: LoopState, name: string, labels: ViewLabels): string {
  if (state.ran === 0) {
    return "";
  }
  const { from, to } = lastRunAt(timeline, state);
  return labels.justRan(name, from?.line, to?.line);
}

/**
 * For the place below the picture.
 *
 * @param about What is said of where the reader points, if anywhere.
 */
export function momentMarkup({ time, ran, parts }: MomentWords, about: string, labels: ViewLabels): string {
  const members = (list: readonly string[]) =>
    list.length === 0
      ? `<i>${escapeText(labels.nothing)}</i>`
      : list.map((member) => `<b>${escapeText(member)}</b>`).join("");
  const part = ({ name, members: list }: MomentWords["parts"][number]) =>
    `<span><i>${escapeText(name)}</i>${members(list)}</span>`;
  return `<p><time>${escapeText(time)}</time>${escapeText(about || ran)}</p><p>${parts.map(part).join("")}</p>`;
}

/** For a screen reader. */
export function momentText({ time, ran, parts }: MomentWords, labels: ViewLabels): string {
  const part = ({ name, members }: MomentWords["parts"][number]) =>
    `${name}: ${members.length === 0 ? labels.nothing : members.join(", ")}`;
  return [time, ...(ran === "" ? [] : [ran]), ...parts.map(part)].join("; ");
}

/** One interval: who does what, where, from when to when. */
export function describeInterval(
  timeline: Timeline,
  lane: Lane,
  interval: Interval,
  labels: ViewLabels,
): string {
  const { doing, what, on, from, to, frames } = interval;
  const awaited = timeline.lane(on);
  const title = lane.task === 0 ? labels.callbacks : titleOf(lane);
  const object = on !== 0 && awaited !== undefined ? titleOf(awaited) : what;
  const line = firstUserFrame(frames)?.line;
  const until = to === undefined ? "…" : exactly(to.at);
  return [
    `${title} · ${labels.doing[doing]}${object === "" ? "" : `: ${object}`}`,
    `${exactly(from.at)} – ${until}`,
    ...(line === undefined ? [] : [`${labels.line} ${line}`]),
  ].join(" · ");
}
