import { shortTime, ticksOf } from "./axis.ts";
import { DistinctMarks } from "./distinct-marks.ts";
import { metrics } from "./drawing.ts";
import { percent } from "./lines.ts";
import { escapeText, widthOf } from "./markup.ts";
import { isInSight, type PlotScale } from "./plot-scale.ts";

export function drawTicks(scale: PlotScale): string {
  const { axis, viewport } = scale.drawing;
  const apart = (80 / viewport.width) * (viewport.to - viewport.from);
  /** Where the label before ends, in pixels. */
  let taken = Number.NEGATIVE_INFINITY;
  return ticksOf(axis, viewport.from, viewport.to, apart)
    .map(({ x: at, label }) => {
      const part = scale.x(at);
      const x = percent(part);
      const line = `<line class="grid" x1="${x}" x2="${x}" y1="${metrics.axis - 4}" y2="${scale.bottom}"/>`;
      const [pixels, wide] = [part * viewport.width, widthOf(label)];
      const endsThere = pixels + wide > viewport.width;
      // A label that ends at its tick may meet the one before.
      if (endsThere && pixels - wide <= taken) {
        return line;
      }
      taken = pixels + wide;
      return `${line}<text class="tick${endsThere ? " ends" : ""}" x="${x}" y="13">${label}</text>`;
    })
    .join("");
}

export function drawRules(scale: PlotScale): string {
  const line = (y: number) => `<line class="rule" x2="100%" y1="${y}" y2="${y}"/>`;
  return scale.shown.map((_, row) => line(metrics.axis + row * metrics.lane)).join("") + line(scale.bottom);
}

/** How many blocked callbacks a picture has at most. */
const mostBlocks = 2_000;

/** A blocked loop goes through all lanes, since nobody can do anything. */
export function drawBlocks(scale: PlotScale): string {
  const { timeline, words, id } = scale.drawing;
  const distinct = new DistinctMarks(scale.drawing.viewport.width, mostBlocks);
  return timeline.blocks
    .map(({ from, to }) => {
      const [start, end] = [scale.xOf(from), scale.xOf(to)];
      if (!isInSight(start, end) || !distinct.admits(start, end, "")) {
        return "";
      }
      const at = `x="${percent(start)}" y="${metrics.axis - 6}" width="${percent(end - start)}" height="${scale.bottom - metrics.axis + 6}"`;
      const text = words.blocked(shortTime(to.at - from.at));
      const isRoom = (end - start) * scale.drawing.viewport.width > widthOf(text);
      const label = `<text class="blocked-label" x="${percent((start + end) / 2)}" y="${scale.bottom - 9}">${escapeText(text)}</text>`;
      return `<rect class="blocked" ${at}/><rect ${at} fill="url(#${id}-blocked)"/>${isRoom ? label : ""}`;
    })
    .join("");
}
