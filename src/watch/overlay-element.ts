import styles from "virtual:watch/styles";
import type { WatchOptions } from "./published.d.ts";

const tag = "asyncio-ts-watch";

/** What goes on in the overlay is not the page's business, neither what is typed nor where the pointer is. */
const contained = [
  ...["click", "dblclick", "auxclick", "contextmenu", "wheel"],
  ...["down", "up", "move", "over", "out", "cancel"].map((end) => `pointer${end}`),
  ...["down", "up", "move", "over", "out"].map((end) => `mouse${end}`),
  ...["start", "move", "end", "cancel"].map((end) => `touch${end}`),
  ...["keydown", "keyup", "keypress", "beforeinput", "input", "focusin", "focusout"],
  ...["copy", "cut", "paste", "compositionstart", "compositionupdate", "compositionend"],
  ...["dragenter", "dragover", "dragleave", "drop"],
];

/** Tells when a page has taken it out; one that moves it has not. */
class OverlayElement extends (globalThis.HTMLElement ?? Object) {
  onGone = (): void => {};

  disconnectedCallback(): void {
    queueMicrotask(() => this.isConnected || this.onGone());
  }
}

/**
 * Puts an element into the page that nothing of the page gets into, with its markup.
 *
 * @param onGone Called when the page takes it out.
 */
export function addOverlayElement(
  markup: string,
  corner: WatchOptions["corner"],
  onGone: () => void,
): ShadowRoot {
  if (customElements.get(tag) === undefined) {
    customElements.define(tag, OverlayElement);
  }
  const element = document.createElement(tag) as OverlayElement;
  element.onGone = onGone;
  const root = element.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  // Neither a style element nor an attribute: a strict Content-Security-Policy lets none of these in.
  root.adoptedStyleSheets = [sheet];
  root.innerHTML = markup;
  root.querySelector(".watch")?.setAttribute("data-corner", corner ?? "bottom-right");
  for (const type of contained) {
    root.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  }
  // Beside the body, which frameworks fill anew.
  document.documentElement.append(element);
  return root;
}
