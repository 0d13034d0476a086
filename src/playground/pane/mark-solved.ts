import { markDone } from "../../progress/done-mark.ts";
import { keptProgress, noteSolved } from "../../progress/kept-progress.ts";
import { progressLabelsFor } from "../../progress/progress-labels.ts";
import type { PaneParts } from "./pane-parts.ts";

/** Ticks the title of an exercise or a puzzle that the reader has solved, today or before. */
export function markSolved(pane: PaneParts): void {
  const isSolved = keptProgress().solved.includes(pane.example);
  markDone(pane.find(".pane-title"), isSolved, progressLabelsFor(pane.language).solved);
}

/** The reader has just solved it. */
export function solve(pane: PaneParts): void {
  noteSolved(pane.example);
  markSolved(pane);
}
