import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as library from "../../index.ts";
import {
  EventLoop,
  fromPromise,
  isCoroutine,
  isFuture,
  run,
  TimeoutError,
  timeout,
  VirtualClock,
} from "../../index.ts";
import { type Door, doors, openDoors, unlookedDoors } from "./doors.ts";
import { engineWords } from "./engine-words.ts";
import { makeHostileValues, makeValues } from "./values.ts";

/** What is thrown, or reported to the exception handler, when a value is handed in. */
interface Outcome {
  readonly refusal: Error | undefined;
  readonly reports: readonly unknown[];
}

async function hand(door: Door, value: unknown): Promise<Outcome> {
  const loop = new EventLoop({ clock: new VirtualClock() });
  const reports: unknown[] = [];
  loop.setExceptionHandler((_, { exception }) => reports.push(exception));
  function* main() {
    const answer = door.call(value as never);
    if (isCoroutine(answer) || isFuture(answer)) {
      yield* timeout(1, () => answer);
    } else if (typeof (answer as PromiseLike<unknown> | undefined)?.then === "function") {
      yield* fromPromise(answer as PromiseLike<unknown>);
    }
  }
  try {
    await run(main(), { loopFactory: () => loop });
  } catch (error) {
    if (!(error instanceof TimeoutError)) {
      return { refusal: error instanceof AggregateError ? error.errors[0] : error, reports };
    }
  }
  return { refusal: undefined, reports };
}

/** Errors that a test made may be unreadable. */
function messageOf(error: unknown): string {
  try {
    return String((error as Error | undefined)?.message);
  } catch {
    return "unreadable";
  }
}

const unhandled: unknown[] = [];
const note = (error: unknown) => unhandled.push(error);

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  process.on("unhandledRejection", note);
});
afterEach(() => {
  process.off("unhandledRejection", note);
});

describe("a wrong argument is refused where it is given, in words of the library", () => {
  test.each(doors)("$name", { timeout: 60_000 }, async (door) => {
    const accepted: string[] = [];
    const engine: string[] = [];
    for (const [name, value] of makeValues()) {
      const { refusal, reports } = await hand(door, value);
      if (refusal === undefined) {
        accepted.push(name);
      }
      for (const error of [refusal, ...reports]) {
        const message = messageOf(error);
        if (engineWords.test(message)) {
          engine.push(`${name}: ${message}`);
        }
      }
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect(engine).toEqual([]);
    expect(accepted).toEqual(
      door.takes.length === 0 ? [] : [...makeValues().keys()].filter((name) => door.takes.includes(name)),
    );
    expect(unhandled.splice(0)).toEqual([]);
  });
});

describe("a hostile value is refused or taken, and nothing else happens", () => {
  test.each([...doors, ...openDoors, ...unlookedDoors])("$name", { timeout: 60_000 }, async (door) => {
    const engine: string[] = [];
    for (const name of makeHostileValues().keys()) {
      const { refusal, reports } = await hand(door, makeHostileValues().get(name));
      for (const error of [refusal, ...reports]) {
        const message = messageOf(error);
        if (engineWords.test(message)) {
          engine.push(`${name}: ${message}`);
        }
      }
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect(engine).toEqual([]);
    expect(unhandled.splice(0)).toEqual([]);
  });
});

describe("what every program carries breaks on nothing that is handed in", () => {
  test.each(unlookedDoors)("$name", { timeout: 60_000 }, async (door) => {
    const refusals: string[] = [];
    for (const [name, value] of makeValues()) {
      const { refusal, reports } = await hand(door, value);
      for (const error of [refusal, ...reports]) {
        if (error !== undefined) {
          refusals.push(`${name}: ${messageOf(error)}`);
        }
      }
    }
    expect(refusals).toEqual([]);
    expect(unhandled.splice(0)).toEqual([]);
  });
});

test("these are twenty-four thousand calls", () => {
  const all = doors.length + unlookedDoors.length;
  const hostile = (all + openDoors.length) * makeHostileValues().size;
  expect(all * makeValues().size + hostile).toBeGreaterThanOrEqual(24_000);
});

/** They take nothing, what the library itself hands them, or anything. */
const withoutDoors =
  /Error$|Exit$|Iteration$|^Queue(Empty|Full|ShutDown)$|^(Future|Task)$|^BrokenExecutor$|^KeyboardInterrupt$|^ExceptionGroup$/;
const takeNothing = new Set([
  "AsyncGen",
  "Context",
  "Event",
  "Handle",
  "HostClock",
  "TimerHandle",
  "copyContext",
  "eagerTaskFactory",
  "getRunningLoop",
  "isCoroutine",
  "isFuture",
  "printCallGraph",
]);

test("every function and class that is exported has a door here", () => {
  const names = [...doors, ...unlookedDoors].map(({ name }) => name).join("\n");
  const missing = Object.entries(library)
    .filter(
      ([name, value]) => typeof value === "function" && !takeNothing.has(name) && !withoutDoors.test(name),
    )
    .filter(([name]) => !new RegExp(`\\b${name}\\b`).test(names));
  expect(missing.map(([name]) => name)).toEqual([]);
});
