import type { Watch } from "./published.d.ts";

/** Where there is nothing to show, or nobody to show it to. */
export const nothing: Watch = { close() {}, [Symbol.dispose]() {} };
