import { rangeOf } from "../static-types/range-of.ts";
import { type LineMark, type LineMarks, listMarks, type OnLine } from "./line-marks.ts";

/** The code that tells of the line under the pointer already. */
const listening = new WeakSet<HTMLElement>();

/**
 * Shows the marks in the static code of a page, in elements that lie behind the text: nothing in the text changes.
 * `file` is the element of a file.
 */
export function markStaticLines(file: HTMLElement, marks: LineMarks, onLine: OnLine): void {
  tellLine(file, onLine);
  for (const mark of file.querySelectorAll(":scope > .loop-line")) {
    mark.remove();
  }
  const lines = linesOf(file);
  const shown = listMarks(marks).map((mark) => elementOf(file, lines, mark));
  file.append(...shown.filter((mark) => mark !== undefined));
}

/** How much higher than its text a line is, above and below. */
const around = 3;

function elementOf(
  file: HTMLElement,
  lines: readonly string[],
  { line, className, attributes }: LineMark,
): HTMLElement | undefined {
  const text = lines[line - 1];
  if (!text) {
    return undefined;
  }
  const box = rangeOf(file, [line - 1, 0, text.length, 0]).getBoundingClientRect();
  const mark = document.createElement("div");
  mark.className = `loop-line ${className}`;
  for (const [name, value] of Object.entries(attributes)) {
    mark.setAttribute(name, value);
  }
  mark.style.top = `${box.top - file.getBoundingClientRect().top - around}px`;
  mark.style.height = `${box.height + 2 * around}px`;
  return mark;
}

function tellLine(file: HTMLElement, onLine: OnLine): void {
  if (listening.has(file)) {
    return;
  }
  listening.add(file);
  file.addEventListener("pointermove", ({ clientY }) => onLine(lineAt(file, clientY)));
  file.addEventListener("pointerleave", () => onLine(undefined));
}

function lineAt(file: HTMLElement, y: number): number | undefined {
  const lines = linesOf(file);
  const index = lines.findIndex((text, line) => {
    if (text === "") {
      return false;
    }
    const { top, bottom } = rangeOf(file, [line, 0, text.length, 0]).getBoundingClientRect();
    return y >= top && y < bottom;
  });
  return index < 0 ? undefined : index + 1;
}

function linesOf(file: HTMLElement): string[] {
  return file.querySelector("code")?.textContent.split("\n") ?? [];
}
