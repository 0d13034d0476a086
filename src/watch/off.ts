import { nothing } from "./nothing.ts";
import type { watch as published } from "./published.d.ts";

/** All that a production build has of `asyncio-ts/watch`. */
export const watch: typeof published = () => nothing;
