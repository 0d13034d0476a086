import { addEdits, allEdits, parseEdits } from "../../playground/memory/all-edits.ts";
import { keepProgress, keptProgress } from "../../progress/kept-progress.ts";
import { mergeProgress, parseProgress, recordOf, writtenProgress } from "../../progress/progress.ts";

/** How large a file may be, in bytes: a browser keeps no more than that of one site. */
const largest = 10_000_000;

/** All that the browser keeps of the reader's work, as a file that {@link addProgressFile} reads. */
export function progressFile(): Blob {
  const text = JSON.stringify({ ...writtenProgress(keptProgress()), edits: allEdits() }, null, 2);
  return new Blob([`${text}\n`], { type: "application/json" });
}

/**
 * Adds what is in a file to what is kept, and answers for the edits of how many examples there was no room. Throws an error
 * that says what is wrong with the file; then nothing has changed.
 */
export async function addProgressFile(file: File): Promise<number> {
  if (file.size > largest) {
    throw new Error(`expected at most ${largest} bytes, found ${file.size}`);
  }
  const value = parseJson(await file.text());
  const progress = parseProgress(value);
  const edits = parseEdits(recordOf(recordOf(value, "progress").edits ?? {}, "edits"));
  keepProgress(mergeProgress(keptProgress(), progress));
  return addEdits(edits);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`expected JSON, found ${JSON.stringify(text.slice(0, 40))}`);
  }
}
