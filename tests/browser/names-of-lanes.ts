import type { Locator } from "@playwright/test";

/** How many pixels are left beside the longest of the names in a drawing; less than none where it is cut. */
export function roomBeside(names: Locator): Promise<number> {
  return names.evaluateAll((texts) => {
    const rooms = texts.map((text) => {
      const { ownerSVGElement: part } = text as SVGTextElement;
      const percents = Number.parseFloat(part?.getAttribute("width") ?? "");
      const width = ((part?.ownerSVGElement?.clientWidth ?? 0) * percents) / 100;
      return width - Number(text.getAttribute("x")) - (text as SVGTextElement).getComputedTextLength();
    });
    return Math.min(...rooms);
  });
}
