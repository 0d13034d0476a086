import type { Journal } from "./journal.ts";
import { isObject, nameOf } from "./look.ts";
import { apply, own } from "./own.ts";
import type { Job } from "./promise-record.ts";
import type { PromiseRecords } from "./promise-records.ts";
import { type Originals, replaceMethod } from "./replace-method.ts";
import type { Watcher } from "./watcher.ts";

/** What the host calls back, and how: all as one that is set and fires. */
const timers = {
  setTimeout: { repeats: false, hasDelay: true },
  setInterval: { repeats: true, hasDelay: true },
  setImmediate: { repeats: false, hasDelay: false },
  requestAnimationFrame: { repeats: false, hasDelay: false },
} as const;
const cancels = ["clearTimeout", "clearInterval", "clearImmediate", "cancelAnimationFrame"] as const;

// Kept before the reader's code can replace it.
const toNumber = Number;

type Global = Readonly<Record<string, unknown>>;
type Callback = (...values: unknown[]) => unknown;

/** Records the timers and microtasks of the program: each is a task or job of the host. */
export class HostWatch {
  readonly #watcher: Watcher;
  readonly #records: PromiseRecords;
  readonly #journal: Journal;
  /** The timers that may still fire, by what the host knows them as. */
  readonly #pending = own(new Map<unknown, number>());

  constructor(watcher: Watcher, records: PromiseRecords, journal: Journal) {
    this.#watcher = watcher;
    this.#records = records;
    this.#journal = journal;
  }

  replaceFunctions(global: Global, originals: Originals): void {
    for (const [name, kind] of Object.entries(timers)) {
      replaceMethod(
        global,
        name,
        originals,
        (original) =>
          ({
            method: (...values: unknown[]) => this.#setTimer(name, kind, original as Callback, values),
          }).method as Callback,
      );
    }
    for (const name of cancels) {
      replaceMethod(
        global,
        name,
        originals,
        (original) =>
          ({
            method: (...values: unknown[]) => {
              this.#cancel(values[0]);
              return apply(original, undefined, values);
            },
          }).method as Callback,
      );
    }
    replaceMethod(
      global,
      "queueMicrotask",
      originals,
      (original) =>
        ({
          method: (...values: unknown[]) => apply(original, undefined, this.#microtask(values)),
        }).method as Callback,
    );
    replaceMethod(
      global,
      "fetch",
      originals,
      (original) =>
        ({
          method: (...values: unknown[]) => {
            const response = apply(original, undefined, values);
            if (isObject(response)) {
              this.#records.of(response, "fetch");
            }
            return response;
          },
        }).method as Callback,
    );
  }

  #setTimer(
    name: string,
    { repeats, hasDelay }: { readonly repeats: boolean; readonly hasDelay: boolean },
    original: Callback,
    values: unknown[],
  ): unknown {
    const callback = values[0];
    if (typeof callback !== "function") {
      return apply(original, undefined, values);
    }
    const handle = this.#journal.next();
    const { owner } = this.#journal;
    const delay = hasDelay ? numberOf(values[1]) : 0;
    const settled = this.#watcher.promiseSettledBy(callback);
    if (settled?.label === "new Promise") {
      settled.label = name;
    }
    const label = nameOf(callback) || name;
    const set = () => this.#journal.timerSet(handle, delay, label);
    const fired = (host: unknown, given: readonly unknown[]): unknown => {
      if (!repeats) {
        this.#pending.delete(id);
      }
      this.#journal.unwind();
      this.#journal.tell({ kind: "timer fired", handle });
      return this.#runJob(handle, owner, () => {
        if (repeats) {
          set();
        }
        return apply(callback, host, given);
      });
    };
    // In Node `this` is the timer.
    function fire(this: unknown, ...given: unknown[]): unknown {
      return fired(this, given);
    }
    values[0] = fire;
    const id = apply(original, undefined, values);
    this.#pending.set(id, handle);
    set();
    return id;
  }

  #cancel(id: unknown): void {
    const handle = this.#pending.get(id);
    if (handle !== undefined) {
      this.#pending.delete(id);
      this.#journal.tell({ kind: "timer cancelled", handle });
    }
  }

  #microtask(values: readonly unknown[]): readonly unknown[] {
    const callback = values[0];
    if (typeof callback !== "function") {
      return values;
    }
    const job: Job = {
      number: this.#journal.next(),
      label: nameOf(callback) || "queueMicrotask",
      isQueued: false,
    };
    const { owner } = this.#journal;
    this.#journal.queue(job);
    return [() => void this.#runJob(job.number, owner, () => apply(callback, undefined, []))];
  }

  #runJob(number: number, owner: number, call: () => unknown): unknown {
    this.#journal.beginJob({ number, owner });
    try {
      return call();
    } finally {
      this.#journal.end(number);
    }
  }
}

/** A delay as the host reads it, who alone may ask an object for its number. */
function numberOf(delay: unknown): number {
  return typeof delay === "number" || typeof delay === "string" ? toNumber(delay) || 0 : 0;
}
