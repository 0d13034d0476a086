import { parseTraceFile } from "../../trace/parse-trace-file.ts";
import type { TraceEvent } from "../../trace/trace.ts";

/** How large a file may be, in bytes: so many has a trace with as many events as one may have, and then some. */
const largest = 100_000_000;

/** The trace in a file; undefined when there is none in it. */
export async function readTraceFile(file: File): Promise<TraceEvent[] | undefined> {
  return file.size > largest ? undefined : parseTraceFile(await file.text());
}

/** Has the reader choose a file by whatever means the browser has for that. */
export function chooseTraceFile(whenChosen: (file: File) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json";
  input.onchange = () => {
    const [file] = input.files ?? [];
    if (file !== undefined) {
      whenChosen(file);
    }
  };
  input.click();
}
