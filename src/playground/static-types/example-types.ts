import type { Description } from "../type-checking/questions.ts";

/** A name in a file: its line and column, both counted from 0, its length, and which description is its own. */
export type Word = readonly [line: number, column: number, length: number, description: number];

/** What the build knows of the types of one example, as the page fetches it. */
export interface ExampleTypes {
  readonly descriptions: readonly Description[];
  /** The names of each file, in the order of reading. */
  readonly words: Readonly<Record<string, readonly Word[]>>;
}
