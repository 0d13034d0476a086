import { refuseReuse, refuseSharing } from "../../coroutine.ts";
import type { Interruptible } from "../runnable.ts";

type Step = IteratorResult<unknown>;
type Resume = (this: Generator, value?: unknown) => Step;

/** What all generators inherit from. */
const generators: Record<"next" | "throw" | "return", Resume> & Pick<Generator, typeof Symbol.iterator> =
  Object.getPrototypeOf(function* () {}).prototype;

/** The generators that a task has waited with, or that have returned something and yielded nothing: they are coroutines. */
const coroutines = new WeakSet<Generator>();
const ended = new WeakSet<Generator>();
const yielded = new WeakSet<Generator>();

/** Those through which the latest step has come that is no end: `yield*` passes the very object on. */
let passing: Generator[] = [];
let latest: Step | undefined;

/** How many runs are going on in debug mode. */
let runs = 0;
let endWatch = (): void => {};

/**
 * In debug mode, refuses a second `yield*` over a coroutine that no task has to do with, as CPython always does. Only what
 * all generators inherit from is there to see it, so that it is replaced for as long as the run takes.
 */
export async function watchReuse<T>(task: Interruptible, run: () => Promise<T>): Promise<T> {
  if (!task.getLoop().debug) {
    return run();
  }
  if (runs++ === 0) {
    endWatch = watch();
  }
  try {
    return await run();
  } finally {
    if (--runs === 0) {
      endWatch();
    }
  }
}

function watch(): () => void {
  const { next, throw: throwInto, return: close } = generators;
  generators.next = watched(next);
  generators.throw = watched(throwInto);
  generators.return = watched(close);
  Object.assign(generators, { [Symbol.iterator]: iteratorOf });
  return () => {
    Object.assign(generators, { next, throw: throwInto, return: close });
    Reflect.deleteProperty(generators, Symbol.iterator);
  };
}

/** Awaiting begins here. */
function iteratorOf(this: Generator): Generator {
  if (ended.has(this)) {
    refuseReuse();
  }
  if (coroutines.has(this)) {
    refuseSharing();
  }
  return this;
}

function watched(resume: Resume): Resume {
  return function (value) {
    if (ended.has(this)) {
      refuseReuse();
    }
    try {
      const step = resume.call(this, value);
      note(this, step);
      return step;
    } catch (error) {
      noteEnd(this);
      throw error;
    }
  };
}

function note(generator: Generator, step: Step): void {
  if (step.done) {
    if (step.value !== undefined && !yielded.has(generator)) {
      coroutines.add(generator);
    }
    noteEnd(generator);
    return;
  }
  if (step !== latest) {
    latest = step;
    passing = [];
  }
  passing.push(generator);
  yielded.add(generator);
  // A task has put its note there: it is its coroutine, and all that the step has come through wait with it.
  if (Object.hasOwn(generator, Symbol.iterator)) {
    for (const each of passing) {
      coroutines.add(each);
    }
  }
}

/** An ordinary generator may be iterated over again: it gives nothing more. */
function noteEnd(generator: Generator): void {
  if (coroutines.has(generator)) {
    ended.add(generator);
  }
}
