import {
  allTasks,
  BaseExceptionGroup,
  CancelledError,
  type Coroutine,
  currentTask,
  EventLoop,
  ExceptionGroup,
  Future,
  GeneratorExit,
  getRunningLoop,
  IncompleteReadError,
  LimitOverrunError,
  run,
  Task,
  VirtualClock,
} from "asyncio-ts";
import type { TraceEntry } from "./program.ts";

/** What a printed program needs to run and to be traced. Its twin is program_runtime.py, which says more. */

const lastCall = 1000;
const patience = 20;

/** The error of the programs' own. */
export class Boom extends Error {}

let trace: TraceEntry[] = [];
let firstTaskNumber = 0;
let kept: object[] = [];

/** Adds to the trace: when, who, what, and a value if there is one. */
export function log(what: string | number, value?: unknown): void {
  const task = currentTask();
  record(getRunningLoop(), task ? taskName(task) : "-", what, value);
}

function record(loop: EventLoop, who: string, what: string | number, value: unknown): void {
  const microseconds = Math.floor(loop.time() * 1e6 + 0.5);
  const described = describe(value);
  trace.push(described === null ? [microseconds, who, what] : [microseconds, who, what, described]);
}

function taskName(task: Task<unknown>): string {
  return countedFromMain(task.getName());
}

/** Numbers of tasks go on from one program to the next: a trace counts from its main task. */
function countedFromMain(name: string): string {
  const number = /^Task-(\d+)$/.exec(name)?.[1];
  return number === undefined ? name : `Task-${Number(number) - firstTaskNumber}`;
}

function describe(value: unknown): unknown {
  if (value === undefined || value === null) {
    return null;
  }
  if (typeof value === "boolean" || typeof value === "number") {
    return value;
  }
  if (typeof value === "string") {
    return countedFromMain(value);
  }
  if (value instanceof Uint8Array) {
    return new TextDecoder().decode(value);
  }
  if (value instanceof Error) {
    return describeError(value);
  }
  if (value instanceof Task) {
    return `<${taskName(value)}>`;
  }
  if (value instanceof Future) {
    return "<future>";
  }
  if (Array.isArray(value)) {
    return value.map(describe);
  }
  if (value instanceof Set) {
    return [...value].map((element) => String(describe(element))).sort();
  }
  if (isAcquired(value)) {
    return true;
  }
  return "<object>";
}

/** What `acquire` answers with stands for Python's `True`. The token of a variable can be disposed of as well. */
function isAcquired(value: unknown): boolean {
  return typeof value === "object" && value !== null && Symbol.dispose in value && !("variable" in value);
}

const pythonNames: Record<string, string> = { RangeError: "ValueError" };

function describeError(error: Error): unknown {
  const name = pythonNames[error.constructor.name] ?? error.constructor.name;
  if (error instanceof BaseExceptionGroup) {
    return { [name]: error.errors.map(describe) };
  }
  if (error instanceof CancelledError) {
    return { [name]: error.message };
  }
  if (error instanceof IncompleteReadError) {
    return { [name]: [describe(error.partial), describe(error.expected)] };
  }
  if (error instanceof LimitOverrunError) {
    return { [name]: error.consumed };
  }
  return { [name]: error.message.startsWith("!") ? error.message : "" };
}

/** Whether Python's `except Exception` catches it. */
export function isException(error: unknown): boolean {
  if (error instanceof BaseExceptionGroup) {
    return error instanceof ExceptionGroup;
  }
  return !(error instanceof CancelledError || error instanceof GeneratorExit);
}

/** Marks a collection whose order says nothing. */
export function unordered<T>(collection: Iterable<T>): Set<T> {
  return new Set(collection);
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Holds generators until the end: nothing is closed because it is garbage. */
export function keep<T extends object>(generator: T): T {
  kept.push(generator);
  return generator;
}

/** Gives up one turn of the loop. */
export function* pause(): Coroutine<void> {
  yield;
}

/** Traces the beginning and the end of a coroutine. */
export function logged(body: () => Coroutine<unknown>): () => Coroutine<unknown> {
  return function* () {
    log(`${body.name} begins`);
    let result: unknown;
    try {
      result = yield* body();
    } catch (error) {
      log(`${body.name} raises`, error);
      throw error;
    }
    log(`${body.name} returns`, result);
    return result;
  };
}

const reports: [RegExp, string][] = [
  [/^Exception in callback/, "callback failed"],
  [/^Unhandled exception while run\(\) was shutting down/, "failed at the end"],
  [/^an error occurred during closing of asynchronous generator/, "failed to close"],
  [/^!by hand/, "reported by hand"],
];

function watch(loop: EventLoop, giveUp: () => void, callsLeft = patience): void {
  loop.callLater(lastCall, () => {
    log("last call");
    for (const task of allTasks()) {
      task.cancel("last call");
    }
    if (callsLeft > 0) {
      watch(loop, giveUp, callsLeft - 1);
    } else {
      giveUp();
    }
  });
}

/** Runs a program on a loop of its own, and answers with its trace. */
export async function execute(main: () => Coroutine<unknown>): Promise<TraceEntry[]> {
  trace = [];
  kept = [];
  const loop = new EventLoop({ clock: new VirtualClock() });
  let giveUp = (): void => {};
  const patienceOfTheHost = setTimeout(() => giveUp(), 5000);
  function* program(): Coroutine<unknown> {
    const task = currentTask() as Task<unknown>;
    firstTaskNumber = Number(task.getName().replace("Task-", ""));
    task.setName("main");
    loop.setExceptionHandler((_, { message, exception }) => {
      const what = reports.find(([beginning]) => beginning.test(message))?.[1];
      if (what) {
        record(loop, "-", what, exception);
      }
    });
    watch(loop, () => giveUp());
    return yield* main();
  }
  const result = await new Promise<unknown>((resolve) => {
    giveUp = () => resolve("this program never ends");
    run(program(), { loopFactory: () => loop }).then(resolve, resolve);
  });
  clearTimeout(patienceOfTheHost);
  record(loop, "-", "end", result);
  return trace;
}
