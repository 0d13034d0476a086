import { shortTime } from "./axis.ts";
import { drawCancellations, drawCreations, drawWakes } from "./draw-arrows.ts";
import { drawBlocks, drawRules, drawTicks } from "./draw-axis.ts";
import { drawEnlarged } from "./draw-enlarged.ts";
import { drawLane } from "./draw-lane.ts";
import { drawOutputs } from "./draw-outputs.ts";
import { drawScopes } from "./draw-scopes.ts";
import { type Drawing, heightOf, indentOf, metrics } from "./drawing.ts";
import { type Lane, shortTitleOf, titleOf } from "./lane.ts";
import { escapeText, widthOf } from "./markup.ts";
import { PlotScale } from "./plot-scale.ts";

/** Draws a part of a timeline as SVG. The text of a program is escaped, and can do nothing but be read. */
export function draw(drawing: Drawing): string {
  const { timeline, viewport, words, id, names: part = metrics.names } = drawing;
  const scale = new PlotScale(drawing);
  const height = heightOf(viewport.rows, viewport.outputRows);
  const outputs = drawOutputs(scale);
  const scopes = drawScopes(scale);
  const label = escapeText(words.picture(timeline.lanes.length - 1, shortTime(timeline.end.at)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="loop-drawing" role="img" aria-label="${label}" width="100%" height="${height}">`,
    definitions(id),
    `<svg width="${part - 1}%" height="${height}">${names(scale.shown, drawing, outputs.dropped)}</svg>`,
    `<svg x="${part}%" width="${100 - part}%" height="${height}" class="plot">`,
    drawBlocks(scale),
    drawEnlarged(scale),
    drawTicks(scale),
    drawRules(scale),
    ...scopes.map(({ box }) => box),
    ...scale.shown.map((lane, row) => drawLane(scale, lane, row)),
    ...scopes.map(({ label }) => label),
    drawCreations(scale),
    drawWakes(scale),
    drawCancellations(scale),
    outputs.markup,
    "</svg></svg>",
  ].join("");
}

function definitions(id: string): string {
  const head = (name: string) =>
    `<marker id="${id}-${name}" class="${name}" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0 8 4 0 8z"/></marker>`;
  return `<defs><pattern id="${id}-ready" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M1 0V5"/></pattern><pattern id="${id}-blocked" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="hatch-blocked" d="M1 0V8"/></pattern>${head("wake")}${head("cancel")}<g id="${id}-exception"><circle r="6"/><path d="M-2.5-2.5 2.5 2.5M-2.5 2.5 2.5-2.5"/></g><g id="${id}-cancelled"><circle r="5"/><path d="M-3.5 3.5 3.5-3.5"/></g><g id="${id}-result"><circle r="4.5"/></g></defs>`;
}

/** @param dropped How many printed lines found no room. */
function names(
  shown: readonly Lane[],
  { words, viewport, names: part = metrics.names }: Drawing,
  dropped: number,
): string {
  const room = (viewport.width * (part - 1)) / (100 - part);
  const name = (lane: Lane, row: number) => {
    const y = metrics.axis + row * metrics.lane + 17;
    const fits = indentOf(lane) + widthOf(titleOf(lane)) <= room;
    return lane.task === 0
      ? `<text class="own" x="2" y="${y}">${escapeText(words.callbacks)}</text>`
      : `<text x="${indentOf(lane)}" y="${y}">${escapeText(fits ? titleOf(lane) : shortTitleOf(lane))}</text>`;
  };
  const y = metrics.axis + shown.length * metrics.lane + 18;
  const own = (text: string, below: number) =>
    `<text class="own" x="2" y="${y + below}">${escapeText(text)}</text>`;
  const more = dropped === 0 ? "" : own(words.more(dropped), metrics.outputRow);
  return shown.map(name).join("") + own(words.output, 0) + more;
}
