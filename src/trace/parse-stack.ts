/** A line of an error's stack that names an address. */
export interface StackLine {
  /** The function; empty at the top level of a module. */
  readonly caller: string;
  readonly address: string;
  /** Counted from 1, as is the column. */
  readonly line: number;
  readonly column: number;
}

/** An address of each scheme, with the line and the column that follow it. */
const locations = {
  blob: /(blob:[^\s)]+?):(\d+):(\d+)/,
  /** What a page loads, by itself or from the module table of webpack. */
  page: /((?:https?:|webpack-internal:\/\/\/(?:\([^\s)]*\)\/)?)[^\s)]+?):(\d+):(\d+)/,
  file: /(file:[^\s)]+?):(\d+):(\d+)/,
};

/** Whether a line of a text reads as a frame of a stack. */
export function isFrame(line: string): boolean {
  return /^(?:\s+at |[^\s@]{0,200}@)/.test(line);
}

/**
 * The lines of a stack whose address has the scheme, the innermost first. They read `at name (url:line:column)` in V8 and
 * `name@url:line:column` in Firefox and WebKit.
 */
export function parseStack(stack: string, scheme: keyof typeof locations): StackLine[] {
  return stack.split("\n").flatMap((text) => {
    const [, address, line, column] = locations[scheme].exec(text) ?? [];
    if (address === undefined) {
      return [];
    }
    const caller = /^\s*at (?:async )?(.+?) \(/.exec(text)?.[1] ?? /^([^@\s]+)@/.exec(text)?.[1] ?? "";
    return [{ caller, address, line: Number(line), column: Number(column) }];
  });
}
