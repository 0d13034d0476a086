import { describe, expect, test } from "vitest";
import {
  type Awaitable,
  BaseExceptionGroup,
  CancelledError,
  type Coroutine,
  currentTask,
  ExceptionGroup,
  type ExceptStarClause,
  exceptStar,
  GeneratorExit,
  KeyboardInterrupt,
  sleep,
  taskGroup,
} from "../../index.ts";
import { loopTest, thrownBy } from "../cpython/loop-test.ts";

class ValueError extends Error {}
class KeyError extends Error {}
class OSError extends Error {}

/** As Python's `repr` of groups and errors. */
function show(error: unknown): string {
  if (!(error instanceof BaseExceptionGroup)) {
    return error instanceof Error ? `${error.constructor.name}(${error.message})` : String(error);
  }
  const text = error.message.replace(/ ?\(\d+ sub-exceptions?\)$/, "");
  return `${error.constructor.name}('${text}', [${error.errors.map(show).join(", ")}])`;
}

const value = (n: number) => new ValueError(String(n));
const type = (n: number) => new TypeError(String(n));
const key = (n: number) => new KeyError(String(n));

const group = () =>
  new ExceptionGroup("a", [
    value(1),
    type(2),
    new ExceptionGroup("b", [value(3), key(4)]),
    new ExceptionGroup("c", [type(5)]),
  ]);

const everything =
  "ExceptionGroup('a', [ValueError(1), TypeError(2), ExceptionGroup('b', [ValueError(3), KeyError(4)]), ExceptionGroup('c', [TypeError(5)])])";
const onlyValues = "ExceptionGroup('a', [ValueError(1), ExceptionGroup('b', [ValueError(3)])])";
const withoutValues =
  "ExceptionGroup('a', [TypeError(2), ExceptionGroup('b', [KeyError(4)]), ExceptionGroup('c', [TypeError(5)])])";
const onlyTypes = "ExceptionGroup('a', [TypeError(2), ExceptionGroup('c', [TypeError(5)])])";
const withoutTypes =
  "ExceptionGroup('a', [ValueError(1), ExceptionGroup('b', [ValueError(3), KeyError(4)])])";
const onlyKeys = "ExceptionGroup('a', [ExceptionGroup('b', [KeyError(4)])])";

describe("a group of exceptions", () => {
  test("is split by class, by several, and by a function, and keeps its shape", () => {
    expect(group().split(ValueError).map(show)).toEqual([onlyValues, withoutValues]);
    expect(group().split([ValueError, KeyError]).map(show)).toEqual([withoutTypes, onlyTypes]);
    expect(
      group()
        .split((error) => error instanceof TypeError)
        .map(show),
    ).toEqual([onlyTypes, withoutTypes]);
    expect(group().split(OSError).map(show)).toEqual(["undefined", everything]);
    expect(show(group().subgroup(ValueError))).toBe(onlyValues);
    expect(group().subgroup(OSError)).toBe(undefined);
  });

  test("is itself the part, when all of it meets the condition", () => {
    const whole = group();
    for (const condition of [Error, ExceptionGroup, () => true]) {
      expect(whole.split(condition)).toEqual([whole, undefined]);
      expect(whole.subgroup(condition)).toBe(whole);
    }
  });

  test("hands its cause and its place on to its parts", () => {
    const cause = new Error("why");
    const whole = new ExceptionGroup("a", [value(1), type(2)], { cause });
    const [match, rest] = whole.split(ValueError);
    expect([match?.cause, rest?.cause]).toEqual([cause, cause]);
    expect(match?.message).toBe("a (1 sub-exception)");
    expect(match?.stack).toBe(whole.stack?.replace("(2 sub-exceptions)", "(1 sub-exception)"));
    expect("cause" in (group().subgroup(ValueError) as object)).toBe(false);
  });

  test("makes its parts with derive(), which a class of one's own overrides", () => {
    class Coded extends ExceptionGroup {
      readonly code: number;
      readonly text: string;
      constructor(text: string, errors: Iterable<unknown>, code: number) {
        super(text, errors);
        this.text = text;
        this.code = code;
      }
      override derive(errors: readonly unknown[]): Coded {
        return new Coded(this.text, errors, this.code);
      }
    }
    const inner = new Coded("n", [value(3)], 8);
    const [match, rest] = new Coded("m", [value(1), type(2), inner], 7).split(ValueError) as [Coded, Coded];
    expect([show(match), match.code]).toEqual([
      "Coded('m', [ValueError(1), Coded('n', [ValueError(3)])])",
      7,
    ]);
    expect([show(rest), rest.code]).toEqual(["Coded('m', [TypeError(2)])", 7]);
    expect((match.errors[1] as Coded).code).toBe(8);
    expect(match.errors[1]).not.toBe(inner);

    class Broken extends ExceptionGroup {
      override derive(): never {
        return 5 as never;
      }
    }
    expect(() => new Broken("m", [value(1), type(2)]).split(ValueError)).toThrow(
      "derive() must return an instance of BaseExceptionGroup, got 5",
    );
  });

  test("takes at least one error", () => {
    expect(() => new ExceptionGroup("x", [])).toThrow(RangeError);
    expect(() => new ExceptionGroup("x", 5 as never)).toThrow(
      "An exception group takes a list of errors, got 5",
    );
    expect(() => new ExceptionGroup("x", "two" as never)).toThrow('got the string "two"');
  });

  test("refuses conditions that are none", () => {
    for (const condition of [5, "x", [], [ValueError, 5], [() => true], null, {}]) {
      expect(() => group().split(condition as never)).toThrow(
        "A group is split by a class of errors, a list of them, or a function, got ",
      );
    }
  });

  test("holds a cancellation only as a BaseExceptionGroup", () => {
    for (const base of [new CancelledError(), new KeyboardInterrupt(), new GeneratorExit()]) {
      expect(() => new ExceptionGroup("x", [value(1), base])).toThrow(
        `Cannot nest BaseExceptions in an ExceptionGroup, got a ${base.name}: use a BaseExceptionGroup`,
      );
      const mixed = new BaseExceptionGroup("x", [value(1), base]);
      expect(mixed).not.toBeInstanceOf(ExceptionGroup);
      expect(() => new ExceptionGroup("y", [mixed])).toThrow("got a BaseExceptionGroup");
      const [match, rest] = mixed.split(ValueError);
      expect(show(match)).toBe("ExceptionGroup('x', [ValueError(1)])");
      expect(show(rest)).toBe(`BaseExceptionGroup('x', [${base.name}()])`);
    }
    const plain = new BaseExceptionGroup("x", [value(1)]);
    expect(plain).toBeInstanceOf(ExceptionGroup);
    expect(plain.name).toBe("ExceptionGroup");
    expect(plain.exceptions).toEqual([value(1)]);
  });
});

const rethrow = (error: unknown): never => {
  throw error;
};
const fail = (error: unknown) =>
  function* (): Coroutine<never> {
    throw error;
  };

describe("exceptStar", () => {
  /** What is thrown in the end, and what each handler got. */
  function* outcome(error: unknown, ...clauses: [ExceptStarClause[0], unknown?][]): Coroutine<string[]> {
    const handled: string[] = [];
    const noting = clauses.map(
      ([errors, thrown]): ExceptStarClause => [
        errors,
        (part) => {
          handled.push(show(part));
          if (thrown === "put back") {
            throw part;
          }
          if (thrown !== undefined) {
            throw typeof thrown === "function" ? thrown(part) : thrown;
          }
        },
      ],
    );
    let thrown = "nothing";
    try {
      yield* exceptStar(fail(error), ...noting);
    } catch (raised) {
      thrown = show(raised);
    }
    return [...handled, `thrown: ${thrown}`];
  }

  loopTest("hands each handler its part, and throws what is left", function* () {
    expect(yield* outcome(group(), [ValueError], [TypeError])).toEqual([
      onlyValues,
      onlyTypes,
      `thrown: ${onlyKeys}`,
    ]);
    expect(yield* outcome(group(), [[ValueError, KeyError]], [TypeError])).toEqual([
      withoutTypes,
      onlyTypes,
      "thrown: nothing",
    ]);
    expect(yield* outcome(group(), [OSError])).toEqual([`thrown: ${everything}`]);
    expect(yield* outcome(group(), [Error], [ValueError])).toEqual([everything, "thrown: nothing"]);
  });

  loopTest("takes a single error as a group of one", function* () {
    const one = "ExceptionGroup('', [ValueError(1)])";
    expect(yield* outcome(value(1), [ValueError], [Error])).toEqual([one, "thrown: nothing"]);
    expect(yield* outcome(value(1), [TypeError])).toEqual(["thrown: ValueError(1)"]);
    expect(yield* outcome(value(1), [ValueError, "put back"])).toEqual([one, `thrown: ${one}`]);
    expect(yield* outcome(value(1), [ValueError, type(2)])).toEqual([one, "thrown: TypeError(2)"]);
    expect(yield* outcome(value(1), [ValueError, (part: BaseExceptionGroup) => part.errors[0]])).toEqual([
      one,
      "thrown: ValueError(1)",
    ]);
    expect(yield* outcome("a string", [Error])).toEqual(["thrown: a string"]);
    expect(yield* outcome(undefined, [Error])).toEqual(["thrown: undefined"]);
  });

  loopTest("keeps the shape of the group, when handlers put their parts back", function* () {
    expect(yield* outcome(group(), [ValueError, "put back"], [TypeError])).toEqual([
      onlyValues,
      onlyTypes,
      `thrown: ${withoutTypes}`,
    ]);
    expect(
      yield* outcome(group(), [ValueError, "put back"], [TypeError, "put back"], [KeyError, "put back"]),
    ).toEqual([onlyValues, onlyTypes, onlyKeys, `thrown: ${everything}`]);
  });

  loopTest("throws what handlers throw together with what is left", function* () {
    expect(
      yield* outcome(
        group(),
        [ValueError, new OSError("9")],
        [TypeError, new OSError("10")],
        [KeyError, "put back"],
      ),
    ).toEqual([
      onlyValues,
      onlyTypes,
      onlyKeys,
      `thrown: ExceptionGroup('', [OSError(9), OSError(10), ${onlyKeys}])`,
    ]);
    expect(yield* outcome(group(), [ValueError, new OSError("9")], [Error])).toEqual([
      onlyValues,
      withoutValues,
      "thrown: OSError(9)",
    ]);
    expect(yield* outcome(group(), [ValueError, new ExceptionGroup("new", [key(77)])])).toEqual([
      onlyValues,
      `thrown: ExceptionGroup('', [ExceptionGroup('new', [KeyError(77)]), ${withoutValues}])`,
    ]);
    expect(yield* outcome(group(), [ValueError, (part: BaseExceptionGroup) => part.errors[0]])).toEqual([
      onlyValues,
      `thrown: ExceptionGroup('', [ValueError(1), ${withoutValues}])`,
    ]);
  });

  loopTest("finds cancellations too", function* () {
    const one = "BaseExceptionGroup('', [CancelledError(c)])";
    expect(yield* outcome(new CancelledError("c"), [CancelledError])).toEqual([one, "thrown: nothing"]);
    expect(yield* outcome(new CancelledError("c"), [CancelledError, "put back"])).toEqual([
      one,
      `thrown: ${one}`,
    ]);
    const mixed = new BaseExceptionGroup("q", [value(1), new CancelledError("c")]);
    expect(yield* outcome(mixed, [ValueError])).toEqual([
      "ExceptionGroup('q', [ValueError(1)])",
      "thrown: BaseExceptionGroup('q', [CancelledError(c)])",
    ]);
  });

  loopTest("waits for its block and its handlers, which may be cancelled", function* () {
    const handled: string[] = [];
    const handling = exceptStar(
      fail(group()),
      [
        ValueError,
        function* () {
          currentTask()?.cancel("enough");
          yield* sleep(1);
        },
      ],
      [
        TypeError,
        function* (part) {
          yield* sleep(1);
          handled.push(show(part));
        },
      ],
    );
    expect(show(yield* thrownBy(handling))).toBe(
      `BaseExceptionGroup('', [CancelledError(enough), ${onlyKeys}])`,
    );
    expect(handled).toEqual([onlyTypes]);
    currentTask()?.uncancel();
  });

  loopTest("answers with what its block returns", function* () {
    expect(yield* exceptStar(() => sleep(1, "fine"), [Error, rethrow])).toBe("fine");
    const failed = exceptStar(
      () =>
        taskGroup(function* (tasks) {
          tasks.createTask(fail(value(1))());
          return "not reached";
        }),
      [ValueError, () => {}],
    );
    expect(yield* failed).toBe(undefined);
  });

  loopTest("waits for whatever a handler answers with, and refuses a promise", function* () {
    const waited: string[] = [];
    const awaitable: Awaitable<void> = {
      *[Symbol.iterator]() {
        yield* sleep(0);
        waited.push("awaited");
      },
    };
    yield* exceptStar(fail(value(1)), [ValueError, () => awaitable]);
    expect(waited).toEqual(["awaited"]);
    const promise = exceptStar(fail(value(1)), [ValueError, () => Promise.reject(value(2)) as never]);
    expect(String(yield* thrownBy(promise))).toMatch(
      /^TypeError: A handler of exceptStar\(\) answers with nothing, .*got a promise/,
    );
  });

  loopTest("takes classes of errors that are no groups", function* () {
    const groups = exceptStar(fail(value(1)), [ExceptionGroup, () => {}]);
    expect(String(yield* thrownBy(groups))).toBe(
      "TypeError: exceptStar() cannot catch ExceptionGroup, since it looks into groups: use try and catch instead",
    );
    const number = exceptStar(fail(value(1)), [5 as never, () => {}]);
    expect(String(yield* thrownBy(number))).toBe(
      "TypeError: A clause of exceptStar() is [ErrorClass, handler] or [[ErrorClass, ...], handler], got 5",
    );
    expect(yield* exceptStar(() => sleep(0, "fine"), [ExceptionGroup, () => {}])).toBe("fine");
  });
});

loopTest("a task group throws a BaseExceptionGroup, when its block was closed", function* () {
  const exit = new GeneratorExit();
  const error = yield* thrownBy(taskGroup(fail(exit)));
  expect(show(error)).toBe("BaseExceptionGroup('unhandled errors in a TaskGroup', [GeneratorExit()])");
});
