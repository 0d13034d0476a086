import type { ProgramError } from "./protocol.ts";

/** Whether an engine refused to load a module and did not say where it is wrong. */
export function lacksPlace(error: ProgramError): boolean {
  return error.name === "SyntaxError" && error.frames.length === 0;
}
