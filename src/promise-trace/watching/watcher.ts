import type { StackFrame } from "../../trace/stack-frame.ts";
import { type Outcome, traceLimits } from "../../trace/trace.ts";
import type { Journal } from "./journal.ts";
import type { Lane } from "./lane.ts";
import { hasThen, isObject, isPlainPromise, isPromise, isProxy, propertyOf } from "./look.ts";
import { apply, cut, own, unnamed } from "./own.ts";
import type { PromiseRecord } from "./promise-record.ts";
import type { PromiseRecords } from "./promise-records.ts";
import type { Originals } from "./replace-method.ts";
import { restoreMessage } from "./restore-message.ts";
import { ShortCut } from "./short-cut.ts";
import type { ReadLocal, WatchedLocals } from "./watched-locals.ts";

// Kept before the reader's code can replace them.
const HostPromise = Promise;
const { isArray } = Array;
const { asyncIterator, iterator: syncIterator } = Symbol;
const dispose: typeof Symbol.dispose = Symbol.dispose;

/** So many of the latest calls are looked through for the one that a promise belongs to. */
const mostRecent = 10_000;

type Method = (...values: unknown[]) => unknown;

/** A loop that goes through something with `for await`. */
interface LoopPlace {
  readonly isAsync: boolean;
  readonly lane: Lane;
  readonly line: number;
  readonly names: readonly string[] | undefined;
  readonly read: ReadLocal | undefined;
}

/**
 * What an instrumented module tells what it does. Every method gives back what it is handed, or takes nothing, and none
 * makes a promise: so no tick is added.
 */
export class Watcher {
  readonly #journal: Journal;
  readonly #records: PromiseRecords;
  readonly #originals: Originals;
  readonly #shortCut: ShortCut;
  readonly #locals: WatchedLocals | undefined;
  /** How many calls of each name there have been. */
  readonly #calls = own(new Map<string, number>());
  readonly #name: string;
  #order = 0;
  /** The latest calls, whose promises may not have been seen yet. */
  #recent: Lane[] = own([]);
  /** The call that has given up the thread last, and in which job it did: what its caller gets next is its promise. */
  #left: { readonly lane: Lane; readonly job: number } | undefined;
  #refused: { readonly value: unknown } | undefined;
  readonly #modules: Lane[] = own([]);
  /** Promises whose executors are about to run, the innermost last. */
  readonly #underConstruction: PromiseRecord[] = own([]);

  /**
   * @param name The global under which instrumented modules find it.
   * @param locals Says what the variables hold at each wait, where somebody wants to know.
   */
  constructor(
    name: string,
    journal: Journal,
    records: PromiseRecords,
    originals: Originals,
    locals?: WatchedLocals,
  ) {
    this.#name = name;
    this.#journal = journal;
    this.#records = records;
    this.#originals = originals;
    this.#shortCut = new ShortCut(originals);
    this.#locals = locals;
  }

  // Calls of async functions.

  /** A module is run like a call, whose promise nobody gets. */
  readonly beginModule = (path: string): Lane => {
    const lane = this.#begin(path, path, 1, false);
    lane.isClaimed = true;
    this.#modules.push(lane);
    return lane;
  };

  /** A module has failed: the one that has the thread, else those that wait. Its code has nobody around it to tell of that. */
  failModule(thrown: unknown): void {
    const open: Lane[] = own([]);
    let hasRunning = false;
    for (let index = 0; index < this.#modules.length; index++) {
      const lane = this.#modules[index] as Lane;
      if (!lane.isDone) {
        open.push(lane);
        hasRunning ||= lane.isRunning;
      }
    }
    for (let lane = open.shift(); lane !== undefined; lane = open.shift()) {
      if (lane.isRunning === hasRunning) {
        this.error(lane, thrown);
        this.end(lane);
      }
    }
  }

  readonly begin = (name: string, path: string, line: number): Lane => this.#begin(name, path, line, false);

  readonly beginGenerator = (name: string, path: string, line: number): Lane =>
    this.#begin(name, path, line, true);

  readonly result = <Value>(lane: Lane, value: Value): Value => {
    lane.result = value;
    return value;
  };

  readonly error = <Thrown>(lane: Lane, thrown: Thrown): Thrown => {
    this.failed(lane, thrown);
    lane.hasThrown = true;
    lane.result = thrown;
    return thrown;
  };

  readonly end = (lane: Lane): void => {
    this.#resume(lane, "result");
    const { record, result, hasThrown } = lane;
    lane.result = undefined;
    if (hasThrown) {
      this.#records.settle(record, "exception", lane.number, result);
    } else if (!lane.isGenerator && hasThen(result)) {
      const followed = isPlainPromise(result) ? this.#recordOf(result) : undefined;
      this.#journal.waits(
        lane.number,
        followed?.number ?? this.#journal.next(),
        followed?.label ?? "thenable",
        frameOf(lane),
        // Its variables are gone.
        this.#locals && "",
      );
      this.#records.resolve(record, result, lane.number);
    } else {
      this.#records.settle(record, "result", lane.number);
    }
    this.#leave(lane);
  };

  // Waiting, and going on.

  readonly suspend = <Value>(
    lane: Lane,
    value: Value,
    line: number,
    names?: readonly string[],
    read?: ReadLocal,
  ): Value => {
    this.#reach(lane, line, names, read);
    if (isPlainPromise(value)) {
      this.#waitFor(lane, this.#recordOf(value));
    } else if (hasThen(value)) {
      const thenable = this.#records.make(isPromise(value) ? "promise" : "thenable");
      this.#waitFor(lane, thenable);
    } else {
      this.#journal.waits(lane.number, 0, "value", frameOf(lane), lane.values);
      this.#journal.queue(lane);
    }
    this.#leave(lane);
    return this.#shortCut.open(value);
  };

  readonly resumed = <Value>(lane: Lane, value: Value): Value => {
    this.#resume(lane, "result");
    return value;
  };

  readonly resume = (lane: Lane): void => this.#resume(lane, "result");

  readonly failed = <Thrown>(lane: Lane, thrown: Thrown): Thrown => {
    this.#resume(lane, "exception");
    restoreMessage(thrown, this.#name);
    return thrown;
  };

  /** An async generator hands over a value, and waits until it is asked for the next one. */
  readonly park = <Value>(
    lane: Lane,
    value: Value,
    line: number,
    names?: readonly string[],
    read?: ReadLocal,
  ): Value => {
    this.#reach(lane, line, names, read);
    this.#waitFor(lane, this.#records.make("next()"));
    lane.isParked = true;
    this.#leave(lane);
    return this.#shortCut.open(value);
  };

  /**
   * What `for await` goes through, as something that tells when it is asked for the next value. What it cannot go through
   * is thrown back: the module has the engine refuse it.
   */
  readonly iterable = (
    lane: Lane,
    value: unknown,
    line: number,
    names?: readonly string[],
    read?: ReadLocal,
  ): unknown => {
    const start = startOf(value);
    if (start === undefined) {
      this.#refused = { value };
      throw this.#refused;
    }
    const { symbol, method } = start;
    const isAsync = symbol === asyncIterator;
    const place: LoopPlace = { isAsync, lane, line, names, read };
    return { [symbol]: () => this.#watchIterator(apply(method, value, []), place) };
  };

  readonly hasRefused = (): boolean => this.#refused !== undefined;

  /** What no loop can go through, once. */
  readonly refused = (): { readonly value: unknown } | undefined => {
    const refused = this.#refused;
    this.#refused = undefined;
    return refused;
  };

  /** Is disposed of just before what a block waits for at its end. */
  readonly disposal = (
    lane: Lane,
    line: number,
    names?: readonly string[],
    read?: ReadLocal,
  ): Disposable => ({
    [dispose]: () => {
      this.#reach(lane, line, names, read);
      this.#waitFor(lane, this.#records.make("dispose"));
      this.#leave(lane);
    },
  });

  // Calls, and the promises that come of them.

  /** How many async calls there have been; those that come until the call returns began inside it. */
  readonly mark = (lane?: Lane): number => {
    if (lane !== undefined) {
      this.#resume(lane, "result");
    }
    return this.#order;
  };

  /** What came of a call: a promise is known by what was called. */
  readonly called = <Value>(mark: number, value: Value, name: string): Value => {
    if (isPromise(value)) {
      const known = this.#records.find(value) ?? this.claim(mark, value);
      if (known === undefined) {
        this.#records.of(value, name);
      } else if (known.lane === undefined) {
        known.label = name;
      }
    } else if (this.#order > mark && !isProxy(value) && isArray(value)) {
      this.#claimAll(mark, value);
    }
    this.#left = undefined;
    return value;
  };

  /** Finds the async call whose promise this is: the one that has just given up the thread, if it began after the mark. */
  claim(mark: number, promise: object): PromiseRecord | undefined {
    const { lane, job } = this.#left ?? {};
    const isHere = lane !== undefined && lane.order > mark && job === this.#journal.jobs;
    return isHere && !lane.isClaimed ? this.#give(lane, promise) : undefined;
  }

  readonly executor = (maker: unknown, executor: unknown): unknown => {
    if (maker !== HostPromise || typeof executor !== "function") {
      return executor;
    }
    const record = this.#records.make("new Promise");
    this.#underConstruction.push(record);
    return (resolve: (value: unknown) => void, reject: (thrown: unknown) => void) => {
      const watched = this.watchResolvers(record, resolve, reject);
      try {
        return apply(executor, undefined, [watched.resolve, watched.reject]);
      } catch (thrown) {
        watched.noteRejected(thrown);
        throw thrown;
      }
    };
  };

  readonly made = <Value>(value: Value): Value => {
    const record = isPromise(value) ? this.#underConstruction.pop() : undefined;
    if (record !== undefined && isPlainPromise(value)) {
      this.#records.set(value, record);
    }
    return value;
  };

  /** The functions that settle a promise, with ears. */
  watchResolvers(
    record: PromiseRecord,
    resolve: (value: unknown) => void,
    reject: (thrown: unknown) => void,
  ) {
    let isResolved = false;
    const once = (note: () => void) => {
      if (!isResolved) {
        isResolved = true;
        note();
      }
    };
    const by = () => this.#journal.owner;
    const noteRejected = (thrown: unknown) =>
      once(() => this.#records.settle(record, "exception", by(), thrown));
    const onResolve = unnamed((value: unknown): void => {
      once(() => this.#records.resolve(record, value, by()));
      resolve(value);
    });
    const onReject = unnamed((thrown: unknown): void => {
      noteRejected(thrown);
      reject(thrown);
    });
    this.#settledBy.set(onResolve, record);
    this.#originals.set(onResolve, resolve);
    this.#originals.set(onReject, reject);
    return { resolve: onResolve, reject: onReject, noteRejected };
  }

  /** The promise that a callback settles, if it is the function that a promise gave out for that. */
  promiseSettledBy(callback: object): PromiseRecord | undefined {
    return this.#settledBy.get(callback);
  }

  readonly #settledBy = own(new WeakMap<object, PromiseRecord>());

  #begin(name: string, path: string, line: number, isGenerator: boolean): Lane {
    const calls = (this.#calls.get(name) ?? 0) + 1;
    this.#calls.set(name, calls);
    const title = cut(calls === 1 ? name : `${name} #${calls}`, traceLimits.text);
    const record = this.#records.make(title);
    const { number } = record;
    const lane: Lane = {
      number,
      label: title,
      path,
      caller: name,
      order: ++this.#order,
      record,
      isGenerator,
      // A generator is called by whoever wants its next value, and that is another promise.
      isClaimed: isGenerator,
      isRunning: true,
      isParked: false,
      isQueued: false,
      isDone: false,
      awaited: undefined,
      result: undefined,
      hasThrown: false,
      line,
      values: undefined,
    };
    record.lane = lane;
    // The promise of the call before has been handed over by now.
    this.#left = undefined;
    const parent = this.#journal.owner;
    this.#journal.tell({ kind: "task created", task: number, name: title, parent, frames: [frameOf(lane)] });
    this.#journal.begin({ number, owner: number });
    this.#recent.push(lane);
    if (this.#recent.length > 2 * mostRecent) {
      this.#recent.splice(0, mostRecent);
    }
    return lane;
  }

  /**
   * A call has come to where it waits.
   *
   * @param names The variables that are seen there; left out where nobody wants to know, or for none.
   * @param read Gives the value of each.
   */
  #reach(lane: Lane, line: number, names: readonly string[] = [], read: ReadLocal = noLocal): void {
    this.#resume(lane, "result");
    lane.line = line;
    lane.values = this.#locals?.describe(names, read);
  }

  #waitFor(lane: Lane, record: PromiseRecord): void {
    lane.awaited = record;
    this.#journal.waits(lane.number, record.number, record.label, frameOf(lane), lane.values);
    this.#records.addJob(record, lane);
  }

  #leave(lane: Lane): void {
    lane.isRunning = false;
    this.#journal.end(lane.number);
    this.#left = { lane, job: this.#journal.jobs };
  }

  /** A call has the thread again. What it waited for has settled by now, whether that could be seen or not. */
  #resume(lane: Lane, outcome: Outcome): void {
    if (lane.isRunning || lane.isDone) {
      return;
    }
    const { awaited, isParked } = lane;
    if (!lane.isQueued) {
      if (awaited !== undefined) {
        this.#records.settle(awaited, outcome, 0);
      }
      this.#journal.queue(lane);
    }
    // Whoever called it has its promise since long, or nobody has.
    lane.isClaimed = true;
    lane.awaited = undefined;
    lane.isParked = false;
    lane.isQueued = false;
    lane.isRunning = true;
    const running = { number: lane.number, owner: lane.number };
    if (isParked) {
      this.#journal.begin(running);
    } else {
      this.#journal.beginJob(running);
    }
  }

  #recordOf(promise: object): PromiseRecord {
    return this.#records.find(promise) ?? this.claim(-1, promise) ?? this.#records.of(promise);
  }

  #give(lane: Lane, promise: object): PromiseRecord {
    lane.isClaimed = true;
    this.#left = undefined;
    this.#records.set(promise, lane.record);
    return lane.record;
  }

  /** A list of promises that was made by one call for each, as by `items.map(load)`. */
  #claimAll(mark: number, values: readonly unknown[]): void {
    const lanes: Lane[] = own([]);
    for (let index = this.#recent.length - 1; (this.#recent[index]?.order ?? 0) > mark; index--) {
      const lane = this.#recent[index] as Lane;
      if (!lane.isClaimed) {
        lanes.unshift(lane);
      }
    }
    const promises: unknown[] = own([]);
    for (let index = 0; index < lanes.length; index++) {
      promises[index] = propertyOf(values, index);
    }
    const isOneEach =
      lanes.length === values.length &&
      promises.every((value) => isPlainPromise(value) && this.#records.find(value) === undefined);
    for (let index = 0; isOneEach && index < lanes.length; index++) {
      this.#give(lanes[index] as Lane, promises[index] as object);
    }
  }

  #watchIterator(iterator: unknown, { isAsync, lane, line, names, read }: LoopPlace): unknown {
    if (!isObject(iterator)) {
      return iterator;
    }
    const { next } = iterator as { readonly next: unknown };
    const waitForAnswer = () => {
      this.#reach(lane, line, names, read);
      this.#waitFor(lane, this.#records.make("for await"));
      this.#leave(lane);
    };
    const watched = (method: Method, values: readonly unknown[]) => {
      const result: unknown = apply(method, iterator, values);
      if (isPlainPromise(result)) {
        this.#records.of(result, "next()");
        return this.suspend(lane, result, line, names, read);
      }
      waitForAnswer();
      return isAsync ? this.#shortCut.open(result) : this.#shortCut.openValue(result);
    };
    const leaveLoop = () => {
      // Something has ended the loop: it may be what the call has waited for.
      this.#resume(lane, "result");
      const method = (iterator as { readonly return?: unknown }).return;
      if (isMethod(method)) {
        return (...values: unknown[]) => watched(method, values);
      }
      if (!isAsync) {
        waitForAnswer();
      }
      return method;
    };
    return {
      // What is no function the engine is to refuse itself, in its own words.
      next: isMethod(next) ? (...values: unknown[]) => watched(next, values) : next,
      get return() {
        return leaveLoop();
      },
    };
  }
}

function noLocal(): undefined {}

function isMethod(value: unknown): value is Method {
  return typeof value === "function";
}

function frameOf({ caller, path, line }: Lane): StackFrame {
  return { caller, path, line, column: 0 };
}

/** How an engine would begin to go through a value with `for await`; undefined if it could not. */
function startOf(value: unknown): { symbol: symbol; method: Method } | undefined {
  const start = value == null ? undefined : (startBy(asyncIterator, value) ?? startBy(syncIterator, value));
  return typeof start?.method === "function" ? start : undefined;
}

function startBy(symbol: symbol, value: unknown): { symbol: symbol; method: Method } | undefined {
  const method: unknown = (value as Record<symbol, unknown>)[symbol];
  return method == null ? undefined : { symbol, method: method as Method };
}
