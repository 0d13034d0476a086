import { metrics } from "./drawing.ts";
import { percent } from "./lines.ts";
import { beginning, type Moment } from "./moment.ts";
import type { PlotScale } from "./plot-scale.ts";

interface Band {
  readonly from: number;
  to: number;
}

/** How many times as wide as its time a part is that is called enlarged. */
const enlarged = 2;
/** What lies apart no further than this is one band, and what is no wider than twice as much is none, in pixels. */
const hairline = 1;

/** Marks on the axis where it is not to scale: steps of microseconds are drawn as wide as they need to be seen. */
export function drawEnlarged(scale: PlotScale): string {
  return bandsOf(scale)
    .map(({ from, to }) => {
      const at = `x="${percent(from)}" width="${percent(to - from)}" y="${metrics.axis - 5}"`;
      return `<rect class="enlarged" ${at} height="4"/>`;
    })
    .join("");
}

function bandsOf(scale: PlotScale): Band[] {
  const { axis, viewport } = scale.drawing;
  const pixel = hairline / viewport.width;
  const bands: Band[] = [];
  for (const [before, after] of stretchesOf(scale, pixel * (viewport.to - viewport.from))) {
    const [start, end] = [axis.xOf(before), axis.xOf(after)];
    if (end - start <= enlarged * axis.widthOf(after.at - before.at)) {
      continue;
    }
    const [from, to] = [scale.x(start), scale.x(end)];
    const band = bands.at(-1);
    if (band !== undefined && from - band.to <= pixel) {
      band.to = to;
    } else {
      bands.push({ from, to });
    }
  }
  return bands.filter(({ from, to }) => to - from > 2 * pixel);
}

/**
 * From moment to moment through what is in sight. Moments that no hairline lies between are one stretch: there may be a
 * hundred thousand.
 */
function* stretchesOf({ drawing }: PlotScale, narrow: number): Generator<readonly [Moment, Moment]> {
  const { axis, timeline, viewport } = drawing;
  const { moments } = timeline;
  const last = Math.min(moments.length - 1, axis.indexAt(viewport.to) + 1);
  let before = Math.max(0, axis.indexAt(viewport.from)) - 1;
  while (before < last) {
    const from = moments[before] ?? beginning;
    const after = Math.min(last, Math.max(before + 1, axis.indexAt(axis.xOf(from) + narrow)));
    yield [from, moments[after] ?? beginning];
    before = after;
  }
}
