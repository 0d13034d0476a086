import type { EditorView } from "@codemirror/view";
import { markEditorLines } from "./editor-lines.ts";
import type { Interval } from "./lane.ts";
import type { LineMarks } from "./line-marks.ts";
import { markStaticLines } from "./static-lines.ts";

/** Marks lines of the code beside the picture, and knows the one that the reader points at there. */
export class CodeMarks {
  readonly #onPointed: () => void;
  #line: number | undefined;
  /** What is marked, and where: marking it again would only cost time. */
  #code: EditorView | HTMLElement | undefined;
  #marked = "";

  /** @param onPointed Called when the reader points at another line. */
  constructor(onPointed: () => void) {
    this.#onPointed = onPointed;
  }

  /** Whether an interval has to do with the line of a file that the reader points at. */
  isPointedAt({ frames }: Interval, file: string): boolean {
    return this.#line !== undefined && frames.some(({ path, line }) => path === file && line === this.#line);
  }

  /** @param code The editor, or the element with the static code of a file. */
  show(code: EditorView | HTMLElement, marks: LineMarks): void {
    if (code !== this.#code) {
      this.clear();
    }
    const marked = JSON.stringify({ ...marks, waiting: [...marks.waiting] });
    if (code === this.#code && marked === this.#marked) {
      return;
    }
    [this.#code, this.#marked] = [code, marked];
    if (code instanceof HTMLElement) {
      markStaticLines(code, marks, this.#pointAt);
    } else {
      markEditorLines(code, marks, this.#pointAt);
    }
  }

  /** Takes away what is marked. */
  clear(): void {
    if (this.#code !== undefined) {
      this.show(this.#code, { lit: [], ran: [], waiting: new Map(), running: undefined });
    }
  }

  readonly #pointAt = (line: number | undefined): void => {
    if (line !== this.#line) {
      this.#line = line;
      this.#onPointed();
    }
  };
}
