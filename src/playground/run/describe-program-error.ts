import type { ProgramError } from "../../sandbox/protocol.ts";
import { firstUserFrame, isUserFrame, type StackFrame } from "../../trace/stack-frame.ts";

/** The text of an error: as its language tells of it, or where it arose, its name and message, and its frames with those of the library folded. */
export function describeProgramError(error: ProgramError): string {
  if (error.traceback !== undefined) {
    return error.traceback;
  }
  const frame = firstUserFrame(error.frames);
  const where = frame === undefined ? "" : `${at(frame)}: `;
  return `${where}${error.name}: ${error.message}${trace(error.frames)}`;
}

function trace(frames: readonly StackFrame[]): string {
  const lines: string[] = [];
  let folded = 0;
  const unfold = () => {
    if (folded > 0) {
      lines.push(`    … asyncio-ts, ${folded}×`);
      folded = 0;
    }
  };
  for (const frame of frames) {
    if (!isUserFrame(frame)) {
      folded++;
      continue;
    }
    unfold();
    lines.push(frame.caller === "" ? `    at ${at(frame)}` : `    at ${frame.caller} (${at(frame)})`);
  }
  unfold();
  // A compile error has one frame, which its first line names already.
  return lines.length === 1 && frames[0]?.caller === "" ? "" : lines.map((line) => `\n${line}`).join("");
}

function at({ path, line, column }: StackFrame): string {
  return [path, line, column].filter((part) => part !== 0).join(":");
}
