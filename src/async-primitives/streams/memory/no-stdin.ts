import { NotImplementedError } from "../../errors/not-implemented-error.ts";

/** @throws NotImplementedError always: what has no processes has no standard input. */
export function readStdin(): never {
  throw new NotImplementedError("Standard input needs a process, which only Node has");
}
