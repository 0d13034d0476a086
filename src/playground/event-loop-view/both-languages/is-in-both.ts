import type { PaneParts } from "../../pane/pane-parts.ts";

/**
 * Whether the site may have the runs of both languages of a pane's example. Of an exercise it has not: the run of its
 * solution would tell the answer.
 */
export function isInBoth({ element }: PaneParts): boolean {
  const { runtime, kind } = element.dataset;
  const isPython = element.querySelector('input[value="main.py"]') !== null;
  return isPython && runtime === "browser" && kind === "example";
}
