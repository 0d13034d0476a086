/** An example as it is now, and the file that the question is about. */
export interface Snapshot {
  /** The example's folder below `examples/`. */
  readonly example: string;
  /** All TypeScript files of the example: name to code. */
  readonly files: Readonly<Record<string, string>>;
  readonly name: string;
}

export interface Problem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

export interface Description {
  /** As in `function sleep(delay: number): Coroutine<void>`. */
  readonly type: string;
  /** The doc comment, or nothing. */
  readonly comment: string;
}

export interface TypeDescription extends Description {
  readonly from: number;
  readonly to: number;
}

export interface Name {
  readonly name: string;
  /** TypeScript's order, a number as text: what is near comes first. */
  readonly order: string;
  /** Where the name would be imported from, if it is not in reach yet. */
  readonly source?: string | undefined;
}

/** What a name stands for, asked when it is the chosen one. */
export interface ImportedName extends Description {
  /** The changes that bring it into reach: its import. */
  readonly changes: readonly { readonly from: number; readonly to: number; readonly insert: string }[];
}

/** All that a pane asks of TypeScript. A question carries the whole example, so that no answer is about an older one. */
export interface TypeChecker {
  problems(snapshot: Snapshot): readonly Problem[];
  typeAt(snapshot: Snapshot, position: number): TypeDescription | undefined;
  names(snapshot: Snapshot, position: number): readonly Name[];
  importOf(snapshot: Snapshot, position: number, name: Name): ImportedName | undefined;
}

/** A question on its way to the worker, and the answer on its way back. */
export interface Question {
  readonly id: number;
  readonly about: keyof TypeChecker;
  readonly parameters: readonly unknown[];
}

export interface Answer {
  readonly id: number;
  readonly answer?: unknown;
  readonly error?: string;
}
