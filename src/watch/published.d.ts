/** How the overlay begins. */
export interface WatchOptions {
  /** Whether it is open from the beginning, and not only a button. */
  readonly open?: boolean | undefined;
  /** The corner of the window in which it is; "bottom-right" if left out. */
  readonly corner?: "bottom-right" | "bottom-left" | "top-right" | "top-left" | undefined;
}

/** An overlay that is in the page. */
export interface Watch extends Disposable {
  /** Takes the overlay away. Loops that it has paused go on; nothing is recorded any more. */
  close(): void;
}

/**
 * Puts an overlay into a corner of this page that shows what the event loops do which are made from now on. A second
 * call answers with the overlay that is there.
 *
 * Imported from "asyncio-ts/watch" it does nothing in a production build; from "asyncio-ts/watch/always" it works in
 * each. Where there is no document, as on a server, it does nothing either.
 *
 * @throws TypeError when it is given something else than options.
 * @throws RangeError when there is no such corner.
 */
export declare function watch(options?: WatchOptions): Watch;
