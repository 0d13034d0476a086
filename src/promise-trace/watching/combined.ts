import type { Outcome } from "../../trace/trace.ts";
import type { PromiseRecord } from "./promise-record.ts";

/** The promises that are made of several others. */
export const combinators = ["all", "allSettled", "any", "race"] as const;
export type Combinator = (typeof combinators)[number];

/** One such promise: it settles with the member that decides it, inside of that member's callback. */
export class Combined {
  readonly label: string;
  readonly record: PromiseRecord;
  readonly #combinator: Combinator;
  readonly #settle: (outcome: Outcome, by: number) => void;
  #left = 0;

  constructor(combinator: Combinator, record: PromiseRecord, settle: (outcome: Outcome, by: number) => void) {
    this.label = record.label;
    this.record = record;
    this.#combinator = combinator;
    this.#settle = settle;
  }

  /** A member was asked for its result. */
  join(): void {
    this.#left++;
  }

  /** All members have been asked. */
  close(by: number): void {
    if (this.#left === 0 && this.#combinator !== "race") {
      this.#settle(this.#combinator === "any" ? "exception" : "result", by);
    }
  }

  /** A member has settled. */
  note(outcome: Outcome, by: number): void {
    this.#left--;
    const decides = {
      all: outcome === "exception",
      allSettled: false,
      any: outcome === "result",
      race: true,
    }[this.#combinator];
    if (decides) {
      this.#settle(outcome, by);
    } else if (this.#left === 0) {
      this.#settle(this.#combinator === "any" ? "exception" : "result", by);
    }
  }
}
