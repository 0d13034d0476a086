import { traceLimits } from "../../trace/trace.ts";
import { knownProxies } from "./known-proxies.ts";
import { ValueDescriber } from "./value-describer.ts";

/** Gives the value of a variable by its number; throws where it has none yet. */
export type ReadLocal = (number: number) => unknown;

/** How long the text of one value may be, in UTF-16 units. */
const longestValue = 120;
/** How long the texts of one run may be together, in UTF-16 units. What comes later is told without them. */
const mostUnits = 4_000_000;

/** Says what the variables at a wait hold, and calls nothing of the program for it. To be made before the program begins. */
export class WatchedLocals {
  readonly #describer = new ValueDescriber((value) => knownProxies.has(value));
  #left = mostUnits;

  /** A line for each, as `name = text`; undefined where there have been too many. */
  describe(names: readonly string[], read: ReadLocal): string | undefined {
    if (this.#left <= 0) {
      return undefined;
    }
    let text = "";
    for (let number = 0; number < names.length; number++) {
      const line = this.#lineOf(names[number] as string, read, number);
      if (line !== "" && text.length + line.length < traceLimits.values) {
        text += `${text === "" ? "" : "\n"}${line}`;
      }
    }
    this.#left -= text.length;
    return text;
  }

  #lineOf(name: string, read: ReadLocal, number: number): string {
    let value: unknown;
    try {
      value = read(number);
    } catch {
      // It has no value yet.
      return "";
    }
    return `${name} = ${this.#describer.describe(value, longestValue)}`;
  }
}
