/**
 * A random program, as data: several coroutines and callbacks over shared resources. It is plain JSON, so
 * that it can be stored, shrunk and printed in either language.
 *
 * A string in an operation's arguments is always an identifier that both languages share: a resource
 * (`lock0`), a callback (`callback1`), or a slot filled while the program runs (`tasks[2]`). Text, bytes and
 * errors are objects.
 */
export interface Program {
  seed: number;
  resources: Resources;
  main: Statement[];
  coroutines: Statement[][];
  callbacks: Statement[][];
  generators: Statement[][];
}

export interface Resources {
  semaphores: number[];
  boundedSemaphores: number[];
  barriers: number[];
  queues: { kind: "Queue" | "LifoQueue" | "PriorityQueue"; size: number }[];
  readers: number[];
}

export type Statement =
  | Operation
  | Try
  | TryStar
  | Repeat
  | TimeoutScope
  | Group
  | With
  | AsCompleted
  | AsyncFor
  | Emit
  | Return
  | Raise;

/** One call or await that may stand inside another; `operations/` knows its arguments and how to print it. */
export interface Item {
  op: string;
  [argument: string]: Argument;
}

/** An item that stands by itself: its value is logged under its id. */
export interface Operation extends Item {
  id: number;
}

export type Argument = null | boolean | number | string | Text | Bytes | Failure | Item | Argument[];

export interface Text {
  text: string;
}

export interface Bytes {
  bytes: string;
}

/** An exception that the program makes itself; its text starts with "!" so that traces show it. */
export interface Failure {
  error: ErrorName;
  text: string;
}

export type ErrorName = "Boom" | "CancelledError" | "TimeoutError" | "RuntimeError" | "ValueError";

export interface Try {
  id: number;
  block: "try";
  body: Statement[];
  catches: Catches;
  handler: Statement[];
  reraise: boolean;
  final: Statement[];
}

export type Catches = "cancelled" | "timeout" | "boom" | "group" | "error" | "any" | "nothing";

/** `try` with clauses of `except*`. */
export interface TryStar {
  id: number;
  block: "try_star";
  body: Statement[];
  clauses: StarClause[];
}

export interface StarClause {
  catches: ErrorName;
  handler: Statement[];
  /** How the handler ends: with a bare `raise`, with an error of its own, or well. */
  reraise: boolean;
  raises: Failure | null;
}

export interface Repeat {
  id: number;
  block: "repeat";
  times: number;
  body: Statement[];
}

/** `async with timeout(delay)`, or `timeout_at(time() + delay)` when `absolute`. */
export interface TimeoutScope {
  id: number;
  block: "timeout";
  delay: number | null;
  absolute: boolean;
  into: string;
  body: Statement[];
}

export interface Group {
  id: number;
  block: "group";
  into: string;
  body: Statement[];
}

/** `async with` a lock, a condition or a semaphore. */
export interface With {
  id: number;
  block: "with";
  on: string;
  body: Statement[];
}

/** Awaits what `as_completed` hands out, at most `limit` times; `async for` gets the tasks themselves. */
export interface AsCompleted {
  id: number;
  block: "as_completed";
  isAsync: boolean;
  items: Item[];
  timeout: number | null;
  limit: number;
}

/**
 * `async for`, at most `limit` times: over a new generator, one in a slot, or the lines of a reader. Generators are
 * closed at the end, with `aclosing`.
 */
export interface AsyncFor {
  id: number;
  block: "async_for";
  of: string;
  limit: number;
  body: Statement[];
}

/** `yield`, in a generator. */
export interface Emit {
  id: number;
  block: "emit";
  value: number;
}

export interface Return {
  id: number;
  block: "return";
  value: number;
}

export interface Raise {
  id: number;
  block: "raise";
  error: Failure;
}

export function isOperation(statement: Statement): statement is Operation {
  return "op" in statement;
}

/** Every statement and item in a piece of a program, outermost first. */
export function* walk(piece: unknown): Generator<Statement | Item> {
  if (Array.isArray(piece)) {
    for (const element of piece) {
      yield* walk(element);
    }
  } else if (piece !== null && typeof piece === "object") {
    if ("op" in piece || "block" in piece) {
      yield piece as Statement | Item;
    }
    yield* walk(Object.values(piece));
  }
}

/** One line of a trace: microseconds of virtual time, the running task, what happened, and its value. */
export type TraceEntry = [time: number, who: string, what: string | number, value?: unknown];

const notIdentifiers = { into: true, op: true, text: true, bytes: true };

/** Every identifier among the arguments of some items, except where their values go. */
export function identifiers(piece: unknown): string[] {
  const found: string[] = [];
  collectIdentifiers(piece, found);
  return found;
}

function collectIdentifiers(piece: unknown, found: string[]): void {
  if (typeof piece === "string") {
    found.push(piece);
  } else if (Array.isArray(piece)) {
    for (const element of piece) {
      collectIdentifiers(element, found);
    }
  } else if (piece !== null && typeof piece === "object") {
    for (const name in piece) {
      if (!(name in notIdentifiers)) {
        collectIdentifiers((piece as Record<string, unknown>)[name], found);
      }
    }
  }
}

/** The functions that something reachable from main mentions, each with its number. */
export function usedBodies(
  bodies: readonly Statement[][],
  kind: "coroutine" | "callback" | "generator",
  program: Program,
): [body: Statement[], number: number][] {
  const reached = reachable(program);
  return bodies
    .map((body, number): [Statement[], number] => [body, number])
    .filter(([, number]) => reached.has(`${kind}${number}`));
}

function reachable({ main, coroutines, callbacks, generators }: Program): Set<string> {
  const bodies: Readonly<Record<string, Statement[][]>> = {
    coroutine: coroutines,
    callback: callbacks,
    generator: generators,
  };
  const reached = new Set<string>();
  const visit = (body: unknown): void => {
    for (const name of identifiers(body)) {
      const match = /^(coroutine|callback|generator)(\d+)$/.exec(name);
      if (!match || reached.has(name)) {
        continue;
      }
      reached.add(name);
      visit(bodies[match[1] as string]?.[Number(match[2])]);
    }
  };
  visit(main);
  return reached;
}
