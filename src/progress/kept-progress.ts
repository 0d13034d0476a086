import { progressKey } from "./has-progress.ts";
import { nothingDone, type Place, type Progress, parseProgress, writtenProgress } from "./progress.ts";

/** Told to the window when what is kept has changed. */
const progressChanged = "progress-changed";

/** Told when it may have changed: here, in another window, or while the page was put away. */
export const whenProgressChanges = [progressChanged, "storage", "pageshow"] as const;

/** What this browser keeps. Whoever else can write to the storage may have written it: what makes no sense is nothing. */
export function keptProgress(): Progress {
  try {
    return parseProgress(JSON.parse(localStorage.getItem(progressKey) ?? ""));
  } catch {
    return nothingDone;
  }
}

/** Keeps it in the place of what was kept. A browser that keeps nothing does without. */
export function keepProgress(progress: Progress): void {
  try {
    localStorage.setItem(progressKey, JSON.stringify(writtenProgress(progress)));
  } catch {
    return;
  }
  dispatchEvent(new Event(progressChanged));
}

export function noteRead(lesson: string, isRead = true): void {
  const kept = keptProgress();
  if (kept.read.includes(lesson) !== isRead) {
    const others = kept.read.filter((name) => name !== lesson);
    keepProgress({ ...kept, read: isRead ? [...others, lesson] : others });
  }
}

/** @param example An exercise or a puzzle. */
export function noteSolved(example: string): void {
  const kept = keptProgress();
  if (!kept.solved.includes(example)) {
    keepProgress({ ...kept, solved: [...kept.solved, example] });
  }
}

export function notePlace(place: Place): void {
  keepProgress({ ...keptProgress(), place });
}

export function forgetProgress(): void {
  try {
    localStorage.removeItem(progressKey);
  } catch {
    return;
  }
  dispatchEvent(new Event(progressChanged));
}
