import { metrics } from "./drawing.ts";
import { percent } from "./lines.ts";
import { beginning } from "./moment.ts";
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
  const { axis, timeline, viewport } = scale.drawing;
  const { moments } = timeline;
  const pixel = hairline / viewport.width;
  const bands: Band[] = [];
  const first = Math.max(0, axis.indexAt(viewport.from));
  const last = Math.min(moments.length - 1, axis.indexAt(viewport.to) + 1);
  for (let index = first; index <= last; index++) {
    const [before, after] = [moments[index - 1] ?? beginning, moments[index] ?? beginning];
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
