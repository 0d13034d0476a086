import { checkWatchOptions } from "./check-watch-options.ts";
import { nothing } from "./nothing.ts";
import { Overlay } from "./overlay.ts";
import type { watch as published, Watch, WatchOptions } from "./published.d.ts";

let shown: Watch | undefined;

/** A page that enforces Trusted Types lets nobody write markup. It must run all the same. */
function makeOverlay(options: WatchOptions, onGone: () => void): Overlay | undefined {
  try {
    return new Overlay(options, onGone);
  } catch (error) {
    console.warn("asyncio-ts/watch cannot be shown in this page:", error);
    return undefined;
  }
}

export const watch: typeof published = (options = {}) => {
  // On a server there is no document, and in the imitations of one that tests use no sheet can be adopted.
  if (typeof document === "undefined" || !("adoptedStyleSheets" in document)) {
    return nothing;
  }
  checkWatchOptions(options);
  if (shown === undefined) {
    const overlay = makeOverlay(options, () => watch.close());
    if (overlay === undefined) {
      return nothing;
    }
    const close = () => {
      overlay.close();
      shown = undefined;
    };
    // An overlay that was closed must not close the next one.
    const watch: Watch = { close: () => shown === watch && close(), [Symbol.dispose]: () => watch.close() };
    shown = watch;
  }
  return shown;
};
