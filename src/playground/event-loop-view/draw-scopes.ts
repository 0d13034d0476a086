import { DistinctMarks } from "./distinct-marks.ts";
import { metrics } from "./drawing.ts";
import { percent } from "./lines.ts";
import { widthOf } from "./markup.ts";
import { isInSight, type PlotScale } from "./plot-scale.ts";

/** How many brackets a picture has at most. */
const mostScopes = 1_000;

/** Brackets around the tasks that something holds together. Their labels come on top of the lanes. */
export function drawScopes(scale: PlotScale): { readonly box: string; readonly label: string }[] {
  const { timeline, now, viewport } = scale.drawing;
  const distinct = new DistinctMarks(viewport.width, mostScopes);
  /** How far the labels of each height go. */
  const labelled = new Map<number, number>();
  return [...timeline.scopes].flatMap(({ what, owner, from, to, deadline, members }) => {
    if (what === "run") {
      return [];
    }
    const rows = (members.length > 0 ? members : [owner]).map(
      (task) => scale.rowOf(timeline.lane(task)) ?? 0,
    );
    const [start, end] = [scale.xOf(from), scale.xOf(to ?? now)];
    const [first, last] = extent(rows);
    if (!isInSight(start, end) || last < 0 || first >= scale.shown.length) {
      return [];
    }
    const top = metrics.axis + Math.max(first, 0) * metrics.lane + 1.5;
    const height = (Math.min(last, scale.shown.length - 1) - Math.max(first, 0) + 1) * metrics.lane - 3;
    const kind = what.replace(" ", "-");
    const until = drawDeadline(scale, deadline, top, height);
    if (!distinct.admits(start, end, `${top} ${height} ${kind} ${until}`)) {
      return [];
    }
    const box = `<rect class="scope ${kind}" x="${percent(start)}" y="${top}" width="${percent(end - start)}" height="${height}" rx="4"/>`;
    const isFree = start >= (labelled.get(top) ?? Number.NEGATIVE_INFINITY);
    if (isFree) {
      labelled.set(top, start + widthOf(what) / viewport.width);
    }
    const text = `<text class="scope-label" x="${percent(start)}" dx="6" y="${top + 2}">${what}</text>`;
    const label = isFree ? text : "";
    return [{ box: box + until, label }];
  });
}

function drawDeadline(scale: PlotScale, deadline: number | undefined, top: number, height: number): string {
  if (deadline === undefined) {
    return "";
  }
  const x = scale.x(scale.drawing.axis.xOfTime(deadline));
  return isInSight(x, x)
    ? `<line class="deadline" x1="${percent(x)}" x2="${percent(x)}" y1="${top - 4}" y2="${top + height + 4}"/>`
    : "";
}

/** The least and the most. There may be too many for a call of Math.min. */
function extent(numbers: readonly number[]): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    if (number < least) {
      least = number;
    }
    if (number > most) {
      most = number;
    }
  }
  return [least, most];
}
