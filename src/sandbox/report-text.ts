import { parseReport } from "./parse-report.ts";
import { limits, type Report } from "./protocol.ts";

/**
 * A report as it crosses from the frame to the page. As text: the two live in different processes, and there a browser
 * takes ten times as long to copy a thousand events as objects as it takes to copy and read their JSON.
 */
export function writeReport(report: Report): string {
  return JSON.stringify(report);
}

/** Reads what `writeReport` has written, or anybody else: what is no report of this run gives undefined. */
export function readReport(text: unknown, run: number): Report | undefined {
  if (typeof text !== "string" || text.length > limits.message) {
    return undefined;
  }
  try {
    return parseReport(JSON.parse(text), run);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}
