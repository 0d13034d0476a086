import type { Outcome } from "../../trace/trace.ts";
import { Combined, combinators } from "./combined.ts";
import type { Journal } from "./journal.ts";
import { isPlainPromise, isPromise, nameOf } from "./look.ts";
import { apply } from "./own.ts";
import type { Follower, Job, PromiseRecord } from "./promise-record.ts";
import type { PromiseRecords } from "./promise-records.ts";
import { type Originals, replaceMethod } from "./replace-method.ts";
import type { Watcher } from "./watcher.ts";

/** A callback of `then`, from when it is handed over until it has run. */
interface Reaction extends Job {
  readonly source: PromiseRecord;
  /** What `then` has given back. */
  readonly derived: PromiseRecord;
  /** The async call that handed it over. */
  readonly owner: number;
  /** What it is a part of, as of `Promise.all`. */
  readonly combined: Combined | undefined;
  /** The promise that was resolved with its source. */
  readonly follower: Follower | undefined;
}

/** What `Promise.withResolvers` gives. */
interface Resolvers {
  readonly promise: unknown;
  resolve: (value: unknown) => void;
  reject: (thrown: unknown) => void;
}

// Kept before the reader's code can replace it.
const HostPromise = Promise;

/** Records what promises call back, and when they settle. To be called before the program begins. */
export class ReactionWatch {
  readonly #watcher: Watcher;
  readonly #records: PromiseRecords;
  readonly #journal: Journal;
  /** What `then` is called for at present. */
  #combined: Combined | undefined;
  #label = "then";

  constructor(watcher: Watcher, records: PromiseRecords, journal: Journal) {
    this.#watcher = watcher;
    this.#records = records;
    this.#journal = journal;
  }

  replaceMethods(originals: Originals): void {
    const watch = this;
    replaceMethod(
      HostPromise.prototype,
      "then",
      originals,
      (original) =>
        // A method, which like those of the host is no constructor.
        ({
          method(this: unknown, onResult: unknown, onFailure: unknown) {
            return watch.#then(this, onResult, onFailure, original);
          },
        }).method,
    );
    for (const name of ["catch", "finally"] as const) {
      replaceMethod(
        HostPromise.prototype,
        name,
        originals,
        (original) =>
          ({
            method(this: unknown, ...callbacks: unknown[]) {
              return watch.#labelled(name, () => apply(original, this, callbacks));
            },
          }).method,
      );
    }
    for (const name of combinators) {
      replaceMethod(
        HostPromise,
        name,
        originals,
        (original) =>
          ({
            method(this: unknown, ...values: unknown[]) {
              return watch.#combine(name, () => apply(original, this, values));
            },
          }).method,
      );
    }
    this.#replaceMakers(originals);
  }

  #replaceMakers(originals: Originals): void {
    const records = this.#records;
    const [watcher, journal] = [this.#watcher, this.#journal];
    for (const name of ["resolve", "reject"] as const) {
      replaceMethod(
        HostPromise,
        name,
        originals,
        (original) =>
          ({
            method(this: unknown, ...values: unknown[]) {
              const promise = apply(original, this, values);
              const value = values[0];
              if (promise !== value && isPlainPromise(promise)) {
                const record = records.make(`Promise.${name}`);
                records.set(promise, record);
                if (name === "resolve") {
                  records.resolve(record, value, journal.owner);
                } else {
                  records.settle(record, "exception", journal.owner, value);
                }
              }
              return promise;
            },
          }).method,
      );
    }
    replaceMethod(
      HostPromise as unknown as Readonly<Record<"withResolvers", unknown>>,
      "withResolvers",
      originals,
      (original) =>
        ({
          method(this: unknown) {
            const parts = apply(original, this, []) as Resolvers;
            if (isPlainPromise(parts.promise)) {
              const record = records.make("Promise.withResolvers");
              records.set(parts.promise, record);
              const { resolve, reject } = watcher.watchResolvers(record, parts.resolve, parts.reject);
              parts.resolve = resolve;
              parts.reject = reject;
            }
            return parts;
          },
        }).method,
    );
  }

  #then(
    promise: unknown,
    onResult: unknown,
    onFailure: unknown,
    original: (...callbacks: unknown[]) => unknown,
  ): unknown {
    if (!isPromise(promise)) {
      return apply(original, promise, [onResult, onFailure]);
    }
    // If nothing has the thread, then the engine itself calls, in a job that it made for that.
    const isOwnJob = this.#journal.isIdle;
    const source =
      this.#records.find(promise) ??
      (isOwnJob ? undefined : this.#watcher.claim(-1, promise)) ??
      this.#records.of(promise);
    const follower = isOwnJob ? source.followers.shift() : undefined;
    if (follower !== undefined) {
      this.#journal.queue(follower.job);
      this.#journal.beginJob({ number: follower.job.number, owner: 0 });
    }
    const reaction = this.#reactionOf(source, follower, nameOf(onResult) || nameOf(onFailure));
    const derived = apply(original, promise, [
      (value: unknown) => this.#run(reaction, "result", onResult, value),
      (thrown: unknown) => this.#run(reaction, "exception", onFailure, thrown),
    ]);
    if (isPlainPromise(derived)) {
      this.#records.set(derived, reaction.derived);
    }
    reaction.combined?.join();
    this.#records.addJob(source, reaction);
    if (follower !== undefined) {
      this.#journal.end(follower.job.number);
    }
    return derived;
  }

  #reactionOf(source: PromiseRecord, follower: Follower | undefined, callback: string): Reaction {
    const derived = this.#records.make(this.#label);
    return {
      number: derived.number,
      label: this.#combined?.label ?? follower?.job.label ?? `${this.#label}${callback && ` ${callback}`}`,
      isQueued: false,
      source,
      derived,
      owner: this.#journal.owner,
      combined: this.#combined,
      follower,
    };
  }

  #run(reaction: Reaction, outcome: Outcome, callback: unknown, value: unknown): unknown {
    const { source, derived, follower, combined } = reaction;
    this.#records.settle(source, outcome, 0);
    this.#journal.queue(reaction);
    reaction.isQueued = false;
    this.#journal.beginJob({ number: reaction.number, owner: reaction.owner });
    const by = source.lane?.number ?? source.by;
    const mark = this.#watcher.mark();
    try {
      const result = callOrPassOn(callback, outcome, value);
      if (isPlainPromise(result) && this.#records.find(result) === undefined) {
        this.#watcher.claim(mark, result);
      }
      this.#records.resolve(derived, result, by);
      return result;
    } catch (thrown) {
      this.#records.settle(derived, "exception", by, thrown);
      throw thrown;
    } finally {
      if (follower !== undefined) {
        this.#records.settle(follower.record, outcome, by, value);
      }
      combined?.note(outcome, by);
      this.#journal.end(reaction.number);
    }
  }

  #labelled(label: string, call: () => unknown): unknown {
    const before = this.#label;
    this.#label = label;
    try {
      return call();
    } finally {
      this.#label = before;
    }
  }

  #combine(name: (typeof combinators)[number], call: () => unknown): unknown {
    const record = this.#records.make(`Promise.${name}`);
    const settle = (outcome: Outcome, by: number) => this.#records.settle(record, outcome, by);
    const before = this.#combined;
    const combined = new Combined(name, record, settle);
    this.#combined = combined;
    try {
      const promise = call();
      if (isPlainPromise(promise)) {
        this.#records.set(promise, record);
        combined.close(this.#journal.owner);
      }
      return promise;
    } finally {
      this.#combined = before;
    }
  }
}

/** What `then` does with a callback; without one it passes on what it was handed. */
function callOrPassOn(callback: unknown, outcome: Outcome, value: unknown): unknown {
  if (typeof callback === "function") {
    return apply(callback, undefined, [value]);
  }
  if (outcome === "exception") {
    throw value;
  }
  return value;
}
