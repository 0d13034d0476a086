import type { SourceMapMappings, SourceMapSegment } from "@jridgewell/sourcemap-codec";

/** A piece of text, and where it is put. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Pieces of text that are put into a source without a line break, so that every line keeps its number. */
export class Insertions {
  readonly #source: string;
  readonly #opening: Insertion[] = [];
  readonly #closing: Insertion[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  /**
   * Puts text before what begins at an offset: after all that was put there before, and apart from a keyword that stands
   * there, as in `await(f)()`.
   */
  open(at: number, text: string): void {
    const isAfterWord = /\w/.test(this.#source.charAt(at - 1));
    this.#opening.push({ at, text: isAfterWord ? ` ${text}` : text });
  }

  /** Puts text after what ends at an offset: before all that was put there before. */
  close(at: number, text: string): void {
    this.#closing.push({ at, text });
  }

  /** All pieces in the order of the text. */
  inOrder(): readonly Insertion[] {
    return [...this.#closing.toReversed(), ...this.#opening].sort((one, other) => one.at - other.at);
  }
}

/** A source with pieces of text in it that its author did not write. */
export class InsertedText {
  readonly text: string;
  readonly insertions: readonly Insertion[];
  readonly #source: string;
  /** Where each insertion ends in the text. */
  readonly #ends: number[] = [];

  constructor(source: string, insertions: readonly Insertion[]) {
    this.#source = source;
    this.insertions = insertions;
    let text = "";
    let from = 0;
    for (const insertion of insertions) {
      text += source.slice(from, insertion.at) + insertion.text;
      from = insertion.at;
      this.#ends.push(text.length);
    }
    this.text = text + source.slice(from);
  }

  /** From an offset of the source to that of the same character in the text. */
  offsetAfter(offset: number): number {
    return this.insertions.reduce((sum, { at, text }) => (at <= offset ? sum + text.length : sum), offset);
  }

  /** Positions of the text, which lead where those of its source led. */
  remap(mappings: SourceMapMappings): SourceMapMappings {
    const remapped: SourceMapSegment[][] = mappings.map((segments) => [...segments]);
    let lineStart = 0;
    let next = 0;
    for (const [line, lineText] of this.#source.split("\n").entries()) {
      const lineEnd = lineStart + lineText.length;
      const shifts: { column: number; by: number }[] = [];
      for (let found = this.insertions[next]; found !== undefined && found.at <= lineEnd; ) {
        shifts.push({ column: found.at - lineStart, by: found.text.length });
        found = this.insertions[++next];
      }
      if (shifts.length > 0) {
        remapped[line] = shiftSegments(mappings[line] ?? [], shifts);
      }
      lineStart = lineEnd + 1;
    }
    return remapped;
  }

  /** A part of the text as its author wrote it; what is no part of it is given back as it is. */
  restore(part: string): string {
    const start = this.text.indexOf(part);
    if (start < 0) {
      return part;
    }
    return this.#source.slice(this.#offsetBefore(start), this.#offsetBefore(start + part.length));
  }

  /** From an offset of the text to that of the source. */
  #offsetBefore(offset: number): number {
    let inserted = 0;
    for (const [index, { text }] of this.insertions.entries()) {
      const end = this.#ends[index] as number;
      if (end - text.length >= offset) {
        break;
      }
      inserted += Math.min(text.length, offset - (end - text.length));
    }
    return offset - inserted;
  }
}

/**
 * Each stretch of the source between two insertions has a segment of its own, and so has what is inserted between them, which
 * leads nowhere.
 */
function shiftSegments(
  segments: readonly SourceMapSegment[],
  shifts: readonly { readonly column: number; readonly by: number }[],
): SourceMapSegment[] {
  const starts = [...new Set([...segments.map(([column]) => column), ...shifts.map(({ column }) => column)])];
  let [segment, shift, by] = [-1, 0, 0];
  return starts
    .sort((one, other) => one - other)
    .flatMap((column): SourceMapSegment[] => {
      while ((segments[segment + 1]?.[0] ?? Number.POSITIVE_INFINITY) <= column) {
        segment++;
      }
      const before = by;
      for (let next = shifts[shift]; next !== undefined && next.column <= column; next = shifts[shift]) {
        by += next.by;
        shift++;
      }
      const [start, source, line, original] = segments[segment] ?? [];
      if (start === undefined || source === undefined || line === undefined || original === undefined) {
        return [];
      }
      const inserted: SourceMapSegment[] = by > before ? [[column + before]] : [];
      return [...inserted, [column + by, source, line, original + (column - start)]];
    });
}
