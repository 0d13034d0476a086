import { definitions } from "./operations/index.ts";
import { type Item, isOperation, type Program, type Statement, type TraceEntry, walk } from "./program.ts";
import type { Recording } from "./python-process.ts";

/** The blocks whose entering or handling is traced. */
const tracedBlocks = ["try", "try_star", "timeout", "group", "with", "as_completed", "async_for", "emit"];

/** In how many programs each operation was carried out and each outcome was seen. */
export class Statistics {
  programs = 0;
  readonly operations: Map<string, number>;
  readonly outcomes = new Map<string, number>();

  /** @param outcomes Those to look for, so that one which never occurs shows as well. */
  constructor(outcomes: readonly string[] = []) {
    this.operations = new Map(
      [...definitions.map(({ name }) => name), ...tracedBlocks].map((name) => [name, 0]),
    );
    for (const outcome of outcomes) {
      this.outcomes.set(outcome, 0);
    }
  }

  add(program: Program, { trace, outcomes }: Recording): void {
    this.programs++;
    for (const name of carriedOut(program, trace)) {
      increment(this.operations, name);
    }
    for (const outcome of outcomes) {
      increment(this.outcomes, outcome);
    }
  }

  /** What occurs in a smaller part of the programs than it should. */
  rarerThan(part: number): string[] {
    return [...this.operations, ...this.outcomes]
      .filter(([, count]) => count < part * this.programs)
      .map(([name, count]) => `${name} (${this.#percentage(count)})`);
  }

  toString(): string {
    return [
      `${this.programs} programs, and in how many of them`,
      "an operation was carried out:",
      ...this.#table(this.operations),
      "an outcome was seen:",
      ...this.#table(this.outcomes),
    ].join("\n");
  }

  #table(counts: Map<string, number>): string[] {
    return [...counts]
      .sort(([, one], [, other]) => other - one)
      .map(
        ([name, count]) => `  ${String(count).padStart(6)} ${this.#percentage(count).padStart(6)}  ${name}`,
      );
  }

  #percentage(count: number): string {
    return `${((100 * count) / Math.max(1, this.programs)).toFixed(1)}%`;
  }
}

function increment(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** The operations that were completed: those whose ids are in the trace, with everything nested in them. */
function carriedOut(program: Program, trace: readonly TraceEntry[]): Set<string> {
  const logged = new Set(trace.map(([, , what]) => what));
  const names = new Set<string>();
  for (const statement of walk([program.main, program.coroutines, program.callbacks, program.generators])) {
    if (!("id" in statement) || !logged.has(statement.id as number)) {
      continue;
    }
    if ("block" in statement) {
      names.add(statement.block as string);
    }
    for (const item of walk(operationsOf(statement))) {
      if ("op" in item) {
        names.add(item.op as string);
      }
    }
  }
  return names;
}

/** What must have been carried out when a statement is in the trace. */
function operationsOf(statement: Statement | Item): unknown {
  if ("op" in statement) {
    return statement;
  }
  if (statement.block === "as_completed") {
    return statement.items;
  }
  if (statement.block !== "try" || statement.body.length !== 1) {
    return [];
  }
  return statement.body.filter(isOperation);
}
