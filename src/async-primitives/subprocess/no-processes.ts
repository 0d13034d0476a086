import { NotImplementedError } from "../errors/not-implemented-error.ts";
import type { Spawn } from "./child.ts";

/** A browser cannot start processes. */
export const spawn: Spawn = function* () {
  throw new NotImplementedError(
    "A browser cannot start processes: its pages are kept apart from the system. Run this program in Node",
  );
};
