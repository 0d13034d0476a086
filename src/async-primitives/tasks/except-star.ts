import { awaited, legible } from "#host";
import { type Awaitable, type Coroutine, isAwaitable } from "../coroutine.ts";
import { describe } from "../errors/describe.ts";
import { BaseExceptionGroup, type GroupCondition, isErrorClass } from "../errors/exception-group.ts";
import { isArray } from "../errors/look-up.ts";
import { beginBlock, checkBlock } from "../loop/block.ts";
import { onRejection } from "../loop/guard.ts";

const expected = "exceptStar() takes a generator function, as in function* () { ... }";

/**
 * What to do with errors of a class, or of one of several: the handler gets them as a group.
 *
 * @group Errors
 * @see Python's `except*`
 */
export type ExceptStarClause = readonly [
  errors: Exclude<GroupCondition, (error: unknown) => boolean>,
  // biome-ignore lint/suspicious/noConfusingVoidType: a handler returns nothing, or something to await
  handler: (group: BaseExceptionGroup) => Awaitable<unknown> | void,
];

/**
 * Runs a block, and deals with what it throws by class. Each handler gets those errors of a group, however deep they
 * are nested, that no handler before it took; a single error comes as a group of one. What is left is thrown.
 *
 * All handlers that have something to do are called, one after the other, also when one of them throws. What they
 * throw is thrown together with what is left, in a new group. A handler that throws the group that it got puts it
 * back, as a bare `raise` does.
 *
 * @returns What the block returns; undefined when its errors were dealt with.
 * @throws TypeError when a clause is for a class of groups, or for what is no class of errors.
 * @group Errors
 * @see Python's `except*`
 * @example
 * function* fail(error: Error): Coroutine<void> {
 *   throw error;
 * }
 *
 * function* fetchAll(): Coroutine<void> {
 *   yield* taskGroup(function* (group) {
 *     group.createTask(fail(new TypeError("no such page")));
 *     group.createTask(fail(new RangeError("too large")));
 *   });
 * }
 *
 * function* main(): Coroutine<void> {
 *   const print = (group: BaseExceptionGroup) => {
 *     console.log(group.errors.map(String).join()); // TypeError: no such page, RangeError: too large
 *   };
 *   yield* exceptStar(fetchAll, [TypeError, print], [RangeError, print]);
 * }
 *
 * await run(main());
 */
export function* exceptStar<T>(
  body: () => Awaitable<T>,
  ...clauses: ExceptStarClause[]
): Coroutine<T | undefined> {
  checkBlock(body, expected);
  try {
    return yield* beginBlock(expected, body);
  } catch (error) {
    const outcome = yield* handle(legible(error), clauses);
    if (outcome !== undefined) {
      throw outcome.error;
    }
    return undefined;
  }
}

/** An error in a box, since JavaScript can throw undefined. */
interface Thrown {
  readonly error: unknown;
}

/** Calls the handlers that have something to do. Answers with what there is to throw. */
function* handle(thrown: unknown, clauses: readonly ExceptStarClause[]): Coroutine<Thrown | undefined> {
  let rest: Thrown | undefined = { error: thrown };
  const raised: unknown[] = [];
  const putBack: unknown[] = [];
  for (const clause of clauses) {
    checkClause(clause);
    const [errors, handler] = clause;
    if (rest === undefined) {
      continue;
    }
    const [match, left]: Parts = take(rest.error, errors);
    rest = left;
    if (match === undefined) {
      continue;
    }
    try {
      const answer: unknown = handler(match);
      if (answer !== undefined) {
        yield* isAwaitable(answer) ? awaited(answer) : refuseAnswer(answer);
      }
    } catch (error) {
      (error === match || error === thrown ? putBack : raised).push(error);
    }
  }
  if (rest !== undefined) {
    putBack.push(rest.error);
  }
  return join(thrown, raised, putBack);
}

type Parts = [match: BaseExceptionGroup | undefined, rest: Thrown | undefined];

/** What of an error or a group a clause takes, as a group, and what is left. */
function take(error: unknown, wanted: ExceptStarClause[0]): Parts {
  if (error instanceof BaseExceptionGroup) {
    const [match, rest] = error.split(wanted);
    return [match, rest && { error: rest }];
  }
  const isWanted = [wanted].flat().some((each) => error instanceof each);
  return isWanted ? [new BaseExceptionGroup("", [error]), undefined] : [undefined, { error }];
}

/** What the handlers threw, and what they left of the group, which keeps the shape that it had. */
function join(thrown: unknown, raised: readonly unknown[], left: readonly unknown[]): Thrown | undefined {
  if (!(thrown instanceof BaseExceptionGroup)) {
    return firstOf([...raised, ...left]);
  }
  const leaves = new Set(left.flatMap(leavesOf));
  const group = thrown.subgroup((error) => leaves.has(error));
  const all = group === undefined ? raised : [...raised, group];
  return all.length > 1 ? { error: new BaseExceptionGroup("", all) } : firstOf(all);
}

function firstOf(errors: readonly unknown[]): Thrown | undefined {
  return errors.length === 0 ? undefined : { error: errors[0] };
}

function leavesOf(error: unknown): unknown[] {
  return error instanceof BaseExceptionGroup ? error.errors.flatMap(leavesOf) : [error];
}

function checkClause(clause: unknown): void {
  if (!isArray(clause)) {
    refuseClause(clause);
  }
  const [errors, handler] = clause;
  checkBlock(handler, "A clause of exceptStar() takes a handler, a function that is not async");
  if (isArray(errors) && errors.length === 0) {
    refuseClause(errors);
  }
  for (const each of isArray(errors) ? errors : [errors]) {
    if (!isErrorClass(each)) {
      refuseClause(each);
    }
    if (each === BaseExceptionGroup || each.prototype instanceof BaseExceptionGroup) {
      throw new TypeError(
        `exceptStar() cannot catch ${each.name}, since it looks into groups: use try and catch instead`,
      );
    }
  }
}

function refuseClause(found: unknown): never {
  throw new TypeError(
    `A clause of exceptStar() is [ErrorClass, handler] or [[ErrorClass, ...], handler], got ${describe(found)}`,
  );
}

/** What a promise rejects with is not heard of any more: this error comes first. */
function refuseAnswer(answer: unknown): never {
  onRejection(answer, () => {});
  throw new TypeError(
    `A handler of exceptStar() answers with nothing, or with what is to be awaited, got ${describe(answer)}`,
  );
}
