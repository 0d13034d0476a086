import { save } from "../sharing/save-file.ts";
import { present, standalone, stylesOf } from "./standalone.ts";

/** How wide a saved picture is, in pixels. */
const width = 960;

/** Hands a drawing to the browser as a file that looks as it does in the page. */
export function saveDrawing(shown: Element, svg: string): void {
  const ground = present("--pane-code-background", shown);
  const file = standalone(svg, width, stylesOf(shown, document.styleSheets), ground);
  save(new Blob([file], { type: "image/svg+xml" }), "event-loop.svg");
}
