import { checkOptions } from "../async-primitives/errors/check-options.ts";
import { describe } from "../async-primitives/errors/describe.ts";
import type { WatchOptions } from "./published.d.ts";

const corners: readonly unknown[] = ["bottom-right", "bottom-left", "top-right", "top-left", undefined];

/**
 * @throws TypeError when they are no options.
 * @throws RangeError when there is no such corner.
 */
export function checkWatchOptions(options: WatchOptions): void {
  checkOptions(options, "watch()");
  if (!corners.includes(options.corner)) {
    throw new RangeError(
      `The corner of watch() is "bottom-right", "bottom-left", "top-right" or "top-left", got ${describe(options.corner)}`,
    );
  }
}
