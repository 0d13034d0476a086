import { save } from "../sharing/save-file.ts";
import { present, standalone, stylesOf } from "./standalone.ts";

/** How wide a saved picture is, in pixels. */
const width = 960;

/** Hands a drawing to the browser as a file that looks as it does in the page. */
export function saveDrawing(shown: Element, svg: string): void {
  const ground = present("--pane-code-background", shown);
  // The document, or the shadow root of an overlay.
  const root = shown.getRootNode() as Document | ShadowRoot;
  const styles = stylesOf(shown, [...root.styleSheets, ...root.adoptedStyleSheets]);
  const file = standalone(svg, width, styles, ground);
  save(new Blob([file], { type: "image/svg+xml" }), "event-loop.svg");
}
