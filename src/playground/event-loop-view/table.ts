import { firstUserFrame } from "../../trace/stack-frame.ts";
import { exactly } from "./axis.ts";
import { rowsOf as shownLanes } from "./drawing.ts";
import { titleOf } from "./lane.ts";
import { escapeText } from "./markup.ts";
import type { Timeline } from "./timeline.ts";
import type { ViewLabels } from "./view-labels.ts";

/** How many rows a table has at most: who wants to read more wants the trace, not a table. */
const mostRows = 1_000;

/** What a picture says, as rows in the order of time. */
export function tableOf(timeline: Timeline, labels: ViewLabels): string {
  const rows = [...rowsOf(timeline, labels)].sort((one, other) => one.index - other.index);
  const cells = (row: Row) =>
    `<tr><th scope="row">${escapeText(row.task)}</th>${[row.does, row.what, row.from, row.to, row.line]
      .map((cell) => `<td>${escapeText(cell)}</td>`)
      .join("")}</tr>`;
  const head = [labels.task, labels.does, labels.what, labels.from, labels.to, labels.line]
    .map((name) => `<th scope="col">${escapeText(name)}</th>`)
    .join("");
  const shown = rows.slice(0, mostRows).map(cells).join("");
  const cut = rows.length > mostRows ? ` · ${labels.cutTable(mostRows)}` : "";
  const time = exactly(timeline.end.at);
  const caption = escapeText(labels.picture(timeline.tasks.length, time) + cut);
  return `<table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${shown}</tbody></table>`;
}

interface Row {
  /** When it begins: the number of the event. */
  readonly index: number;
  readonly task: string;
  readonly does: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly line: string;
}

function* rowsOf(timeline: Timeline, labels: ViewLabels): Generator<Row> {
  const title = (task: number): string => {
    const lane = timeline.lane(task);
    return task === 0 || lane === undefined ? labels.callbacks : titleOf(lane);
  };
  const time = exactly;
  const point = (index: number, at: number, task: number, does: string, what: string): Row => ({
    index,
    task: title(task),
    does,
    what,
    from: time(at),
    to: "",
    line: "",
  });
  for (const lane of shownLanes(timeline)) {
    for (const { doing, what, on, from, to, frames } of lane.intervals) {
      yield {
        index: from.index,
        task: title(lane.task),
        does: labels.doing[doing],
        what: on !== 0 && timeline.lane(on) !== undefined ? title(on) : what,
        from: time(from.at),
        to: to === undefined ? "" : time(to.at),
        line: doing === "waits" ? String(firstUserFrame(frames)?.line ?? "") : "",
      };
    }
    if (lane.done !== undefined) {
      yield point(
        lane.done.moment.index,
        lane.done.moment.at,
        lane.task,
        labels.outcomes[lane.done.outcome],
        lane.done.message,
      );
    }
  }
  for (const { moment, task, text } of timeline.outputs) {
    yield point(moment.index, moment.at, task, labels.prints, text);
  }
  for (const { moment, task, message } of timeline.unhandled) {
    yield point(moment.index, moment.at, task, labels.unhandled, message);
  }
  for (const { from, by, task } of timeline.wakes) {
    if (by !== 0 && by !== task) {
      yield point(from.index, from.at, by, labels.wakes, title(task));
    }
  }
  for (const { moment, from, task } of timeline.cancellations) {
    yield point(moment.index, moment.at, from, labels.cancels, title(task));
  }
  for (const { from, to, task } of timeline.blocks) {
    yield { ...point(from.index, from.at, task, labels.blockedLoop, ""), to: time(to.at) };
  }
  for (const { what, owner, from, to, outcome, members } of timeline.scopes) {
    yield {
      ...point(from.index, from.at, owner, what, members.map(title).join(", ")),
      to: to === undefined ? "" : `${time(to.at)} (${labels.outcomes[outcome ?? "result"]})`,
    };
  }
}
