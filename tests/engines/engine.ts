/** One page in a browser of some engine, driven as a reader drives it. Every question of a page to its reader is answered with yes. */
export interface Engine {
  open(address: string): Promise<void>;
  /** Runs a function in the page. It can use nothing but what it is given, and gives what JSON can hold. */
  evaluate<Given extends readonly unknown[], Result>(
    code: (...given: Given) => Result,
    ...given: Given
  ): Promise<Result>;
  /** Presses the one element with this selector, with the mouse. */
  click(selector: string): Promise<void>;
  /** Chooses all of what has the focus, and types over it. */
  replaceBy(text: string): Promise<void>;
  close(): Promise<void>;
}

export type EngineName = "Firefox" | "WebKit";

/** Starts an engine, with one page in it. */
export type StartEngine = () => Promise<Engine>;

/** The source of a call, for drivers that know nothing of the types of what they carry to a page and back. */
export function callOf(code: (...given: never[]) => unknown, given: readonly unknown[]): string {
  return `(${code})(...${JSON.stringify(given)})`;
}
