import type { Language } from "../site.ts";

/** A rule that a reader may believe in, and that the program does not follow. */
export interface Misconception {
  /** What the reader believes, as one sentence. */
  readonly name: Readonly<Record<Language, string>>;
  /** What is the case instead. */
  readonly why: Readonly<Record<Language, string>>;
}

/** The order that would come out if a misconception were true. */
export interface WrongOrder extends Misconception {
  readonly lines: readonly string[];
}

/** "What comes out, in which order?", asked of an example whose output is known. */
export interface Puzzle {
  /** What it prints, line by line. */
  readonly lines: readonly string[];
  readonly wrongOrders: readonly WrongOrder[];
}
