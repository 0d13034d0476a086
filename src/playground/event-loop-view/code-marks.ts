import type { EditorView } from "@codemirror/view";
import { markEditorLines } from "./editor-lines.ts";
import type { Interval } from "./lane.ts";
import { markStaticLines } from "./static-lines.ts";

/** Marks lines of the code beside the picture, and knows the one that the reader points at there. */
export class CodeMarks {
  readonly #onPointed: () => void;
  #line: number | undefined;

  /** @param onPointed Called when the reader points at another line. */
  constructor(onPointed: () => void) {
    this.#onPointed = onPointed;
  }

  /** Whether an interval has to do with the line of a file that the reader points at. */
  isPointedAt({ frames }: Interval, file: string): boolean {
    return this.#line !== undefined && frames.some(({ path, line }) => path === file && line === this.#line);
  }

  /**
   * @param code The editor, or the element with the static code of a file.
   * @param pointed The interval that the reader points at in the picture: where it went on and waits is lit up.
   * @param waiting Who waits, by line.
   */
  show(
    code: EditorView | HTMLElement,
    file: string,
    pointed: Interval | undefined,
    waiting: ReadonlyMap<number, string[]>,
  ): void {
    const lit = pointed?.frames.filter(({ path }) => path === file).map(({ line }) => line) ?? [];
    const onLine = (line: number | undefined) => {
      if (line !== this.#line) {
        this.#line = line;
        this.#onPointed();
      }
    };
    if (code instanceof HTMLElement) {
      markStaticLines(code, { waiting, lit }, onLine);
    } else {
      markEditorLines(code, { waiting, lit }, onLine);
    }
  }
}
