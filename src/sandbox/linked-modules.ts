/** What a linked module's address leads back to. */
export interface LinkedModule {
  /** The reader's file without a slash, or the library's name. */
  readonly path: string;
  /** Undoes what linking did to the columns of a line. */
  readonly columnBefore: (line: number, column: number) => number;
}

export type LinkedModules = ReadonlyMap<string, LinkedModule>;
