import { readFiles } from "../editor/read-files.ts";
import { editsPrefix } from "./edits-key.ts";

/** Of so many examples a browser keeps what the reader has made of them. The one edited longest ago makes room. */
const mostKept = 60;

type Files = Readonly<Record<string, string>>;

/** What was edited, if the browser keeps it. Whoever else can write to the storage may have written it. */
export function readEdits(key: string, known: readonly string[]): Files | undefined {
  try {
    return readFiles(JSON.parse(localStorage.getItem(key) ?? "").files, known);
  } catch {
    return undefined;
  }
}

/** Keeps them until they are forgotten. A browser that has no room for them, or keeps nothing at all, does without. */
export function keepEdits(key: string, files: Files): void {
  const text = textOf(files);
  const isKnown = localStorage.getItem(key) !== null;
  const others = isKnown ? [] : othersOldestFirst(key);
  for (const other of others.splice(0, others.length + 1 - mostKept)) {
    localStorage.removeItem(other);
  }
  while (!hasStored(key, text)) {
    const oldest = othersOldestFirst(key)[0];
    if (oldest === undefined) {
      return;
    }
    localStorage.removeItem(oldest);
  }
}

/** Keeps them if nothing has to make room for them, and answers whether it does. */
export function keepIfRoom(key: string, files: Files): boolean {
  return othersOldestFirst(key).length < mostKept && hasStored(key, textOf(files));
}

function textOf(files: Files): string {
  return JSON.stringify({ at: Date.now(), files });
}

function hasStored(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function othersOldestFirst(key: string): string[] {
  return Object.keys(localStorage)
    .filter((other) => other.startsWith(editsPrefix) && other !== key)
    .map((other) => ({ other, at: timeOf(other) }))
    .sort((a, b) => a.at - b.at)
    .map(({ other }) => other);
}

/** What tells no time is the first to go. */
function timeOf(key: string): number {
  try {
    return Number(JSON.parse(localStorage.getItem(key) ?? "").at) || 0;
  } catch {
    return 0;
  }
}
