import { firstUserFrame } from "../../../trace/stack-frame.ts";
import { exactly } from "../axis.ts";
import { type Interval, intervalAt, type Lane, titleOf } from "../lane.ts";
import { escapeText } from "../markup.ts";
import type { ShownRun } from "../shown-run.ts";
import type { Timeline } from "../timeline.ts";
import type { ViewLabels } from "../view-labels.ts";
import type { ValuesLabels } from "./values-labels.ts";

/** Of how many calls the values are shown. */
const mostCalls = 20;
/** How many values of one call are shown: a trace of a stranger may have more. */
const mostValues = 12;

/** What the variables of the calls hold that wait at a moment. */
export class ValuesPanel {
  readonly element = document.createElement("div");
  readonly #words: ValuesLabels;
  #shown = "";

  constructor(words: ValuesLabels) {
    this.#words = words;
    this.element.className = "loop-values";
    // It scrolls.
    this.element.tabIndex = 0;
    this.element.role = "region";
    this.element.ariaLabel = words.title;
    this.#set(paragraph(words.notYet));
  }

  show({ hasValues, timeline, cursor, moment }: ShownRun, labels: ViewLabels): void {
    if (!hasValues) {
      this.#set(paragraph(this.#words.notRecorded));
      return;
    }
    const waiting = waitingCalls(timeline, cursor.index);
    this.#set(
      waiting.length === 0
        ? paragraph(this.#words.noneWaits)
        : tableOf(waiting, timeline, exactly(moment?.at ?? 0), labels, this.#words),
    );
  }

  /** Only where it is another one: what was scrolled to stays. */
  #set(markup: string): void {
    if (markup !== this.#shown) {
      this.#shown = markup;
      this.element.innerHTML = markup;
    }
  }
}

interface WaitingCall {
  readonly lane: Lane;
  readonly interval: Interval;
}

/** The calls that have not got on from where they wait, whether they have been woken or not. */
function waitingCalls(timeline: Timeline, index: number): WaitingCall[] {
  return timeline.tasks.flatMap((lane) => {
    const interval = intervalAt(lane, index);
    const isAtWait = interval?.doing === "waits" || interval?.values !== undefined;
    return isAtWait ? [{ lane, interval }] : [];
  });
}

function tableOf(
  waiting: readonly WaitingCall[],
  timeline: Timeline,
  time: string,
  labels: ViewLabels,
  words: ValuesLabels,
): string {
  const bodies = waiting.slice(0, mostCalls).map((call) => bodyOf(call, timeline, labels, words));
  const more = waiting.length - mostCalls;
  return [
    `<table><caption>${escapeText(words.at(time))}</caption>${bodies.join("")}</table>`,
    more > 0 ? paragraph(labels.more(more)) : "",
  ].join("");
}

function bodyOf(
  { lane, interval }: WaitingCall,
  timeline: Timeline,
  labels: ViewLabels,
  words: ValuesLabels,
): string {
  const { doing, what, on, frames, values } = interval;
  const awaited = on === 0 ? undefined : timeline.lane(on);
  const object = awaited === undefined ? what : titleOf(awaited);
  const line = firstUserFrame(frames)?.line;
  const about = [
    labels.doing[doing] + (object === "" ? "" : `: ${object}`),
    ...(line === undefined ? [] : [`${labels.line} ${line}`]),
    ...(values === undefined ? [words.notKept] : []),
    ...(values === "" ? [words.noVariables] : []),
  ].join(" · ");
  const head = `<tr><th scope="rowgroup" colspan="2"><b>${escapeText(titleOf(lane))}</b> ${escapeText(about)}</th></tr>`;
  return `<tbody>${head}${rowsOf(values ?? "")}</tbody>`;
}

/** A row for each line `name = text`. */
function rowsOf(values: string): string {
  const lines = values === "" ? [] : values.split("\n", mostValues);
  return lines
    .map((line) => {
      const [name = "", ...text] = line.split(" = ");
      return `<tr><th scope="row">${escapeText(name)}</th><td>${escapeText(text.join(" = "))}</td></tr>`;
    })
    .join("");
}

function paragraph(text: string): string {
  return `<p>${escapeText(text)}</p>`;
}
