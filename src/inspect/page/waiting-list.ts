import { escapeText } from "../../playground/event-loop-view/markup.ts";
import type { StackFrame } from "../../trace/stack-frame.ts";
import type { PageLabels } from "./page-labels.ts";
import type { Holder, WaitingTask } from "./waiting-tasks.ts";

export type WaitingLabels = Pick<
  PageLabels,
  "nobodyWaits" | "waitsFor" | "heldBy" | "hasEnded" | "comma" | "more"
>;

/** How many tasks are listed: of ten thousand that wait the first ones say enough. */
const mostListed = 200;

/**
 * Lists tasks that wait as markup, each above those that it waits for. A name that comes from the program is escaped.
 *
 * @param now Seconds since the recording began.
 * @param markPlace Gives the markup for a place in the code.
 */
export function waitingList(
  graph: readonly WaitingTask[],
  now: number,
  labels: WaitingLabels,
  markPlace: (place: StackFrame) => string = linkTo,
): string {
  let left = mostListed;
  const list = (tasks: readonly WaitingTask[]): string => tasks.map(entry).join("");
  const entry = ({ name, what, since, frame, heldBy, waitsFor }: WaitingTask): string => {
    if (left-- <= 0) {
      return "";
    }
    const seconds = Math.max(0, now - since).toFixed(1);
    const place = frame === undefined ? "" : ` ${markPlace(frame)}`;
    const below = waitsFor.length === 0 ? "" : `<ul>${list(waitsFor)}</ul>`;
    return `<li><b>${escapeText(name)}</b> <span>${escapeText(labels.waitsFor(what, seconds))}</span>${holders(heldBy, labels)}${place}${below}</li>`;
  };
  const entries = list(graph);
  const more = left < 0 ? `<li>${escapeText(labels.more(-left))}</li>` : "";
  return entries === "" ? `<li>${escapeText(labels.nobodyWaits)}</li>` : entries + more;
}

/** A button that leads to a place in the code. */
function linkTo({ path, line }: StackFrame): string {
  const file = escapeText(path);
  return `<button type="button" data-path="${file}" data-line="${line}">${file}:${line}</button>`;
}

function holders(heldBy: readonly Holder[], labels: WaitingLabels): string {
  const names = heldBy.map(({ name, hasEnded }) => (hasEnded ? labels.hasEnded(name) : name));
  return names.length === 0 ? "" : ` <span>${escapeText(labels.heldBy(names.join(labels.comma)))}</span>`;
}
