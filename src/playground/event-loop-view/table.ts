import { firstUserFrame } from "../../trace/stack-frame.ts";
import { exactly } from "./axis.ts";
import { titleOf } from "./lane.ts";
import { escapeText } from "./markup.ts";
import type { Moment } from "./moment.ts";
import type { Timeline } from "./timeline.ts";
import type { ViewLabels } from "./view-labels.ts";

/** How many rows a table has at most: who wants to read more wants the trace, not a table. */
const mostRows = 1_000;
/** How many members of a scope are named. */
const mostMembers = 50;

/**
 * What a picture says, as rows in the order of time.
 *
 * @param values What the column is called that has the values of variables; left out where nobody wants to see them.
 */
export function tableOf(timeline: Timeline, labels: ViewLabels, values?: string): string {
  const all = [...rowsOf(timeline, labels)].sort((one, other) => one.index - other.index);
  const rows = all.slice(0, mostRows).map(({ row }) => row());
  const cells = (row: Row) =>
    `<tr><th scope="row">${escapeText(row.task)}</th>${[
      row.does,
      row.what,
      row.from,
      row.to,
      row.line,
      ...(values === undefined ? [] : [row.values]),
    ]
      .map((cell) => `<td>${escapeText(cell)}</td>`)
      .join("")}</tr>`;
  const head = [
    labels.task,
    labels.does,
    labels.what,
    labels.from,
    labels.to,
    labels.line,
    ...(values === undefined ? [] : [values]),
  ]
    .map((name) => `<th scope="col">${escapeText(name)}</th>`)
    .join("");
  const shown = rows.map(cells).join("");
  const cut = all.length > mostRows ? ` · ${labels.cutTable(mostRows)}` : "";
  const time = exactly(timeline.end.at);
  const caption = escapeText(labels.picture(timeline.tasks.length, time) + cut);
  return `<table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${shown}</tbody></table>`;
}

/** A row that is made when it is wanted: most of a long run are not. */
interface Draft {
  /** When it begins: the number of the event. */
  readonly index: number;
  readonly row: () => Row;
}

interface Row {
  readonly task: string;
  readonly does: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly line: string;
  readonly values: string;
}

function* rowsOf(timeline: Timeline, labels: ViewLabels): Generator<Draft> {
  const title = (task: number): string => {
    const lane = timeline.lane(task);
    return task === 0 || lane === undefined ? labels.callbacks : titleOf(lane);
  };
  const time = exactly;
  const rowAt = ({ at }: Moment, task: number, does: string, what: string): Row => ({
    task: title(task),
    does,
    what,
    from: time(at),
    to: "",
    line: "",
    values: "",
  });
  const point = (moment: Moment, task: number, does: string, what: () => string): Draft => ({
    index: moment.index,
    row: () => rowAt(moment, task, does, what()),
  });
  for (const lane of timeline.rows) {
    for (const { doing, what, on, from, to, frames, values = "" } of lane.intervals) {
      yield {
        index: from.index,
        row: () => ({
          ...rowAt(from, lane.task, labels.doing[doing], what),
          what: on !== 0 && timeline.lane(on) !== undefined ? title(on) : what,
          to: to === undefined ? "" : time(to.at),
          line: doing === "waits" ? String(firstUserFrame(frames)?.line ?? "") : "",
          values: doing === "waits" ? values.replaceAll("\n", "; ") : "",
        }),
      };
    }
    const { done } = lane;
    if (done !== undefined) {
      yield point(done.moment, lane.task, labels.outcomes[done.outcome], () => done.message);
    }
  }
  for (const { moment, task, text } of timeline.outputs) {
    yield point(moment, task, labels.prints, () => text);
  }
  for (const { moment, task, message } of timeline.unhandled) {
    yield point(moment, task, labels.unhandled, () => message);
  }
  for (const { from, by, task } of timeline.wakes) {
    if (by !== 0 && by !== task) {
      yield point(from, by, labels.wakes, () => title(task));
    }
  }
  for (const { moment, from, task } of timeline.cancellations) {
    yield point(moment, from, labels.cancels, () => title(task));
  }
  for (const { from, to, task } of timeline.blocks) {
    yield {
      index: from.index,
      row: () => ({ ...rowAt(from, task, labels.blockedLoop, ""), to: time(to.at) }),
    };
  }
  for (const { what, owner, from, to, outcome, members } of timeline.scopes) {
    const named = () => {
      const more = members.length > mostMembers ? [labels.more(members.length - mostMembers)] : [];
      return [...members.slice(0, mostMembers).map(title), ...more].join(", ");
    };
    yield {
      index: from.index,
      row: () => ({
        ...rowAt(from, owner, what, named()),
        to: to === undefined ? "" : `${time(to.at)} (${labels.outcomes[outcome ?? "result"]})`,
      }),
    };
  }
}
