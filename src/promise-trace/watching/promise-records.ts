import type { Outcome } from "../../trace/trace.ts";
import { describeThrown } from "../../trace/trace-text.ts";
import type { Journal } from "./journal.ts";
import type { Job, PromiseRecord } from "./promise-record.ts";

// Kept before the reader's code can replace it.
const HostPromise = Promise;

/** Knows of each promise what it is called, whether it has settled, and what waits for it. */
export class PromiseRecords {
  readonly #journal: Journal;
  readonly #records = new WeakMap<object, PromiseRecord>();

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  make(label: string, number = this.#journal.next()): PromiseRecord {
    return {
      number,
      label,
      outcome: undefined,
      isHosts: false,
      by: 0,
      lane: undefined,
      jobs: [],
      followers: [],
    };
  }

  find(promise: unknown): PromiseRecord | undefined {
    return isObject(promise) ? this.#records.get(promise) : undefined;
  }

  /** A promise that nobody has told of is the host's. */
  of(promise: object, label = "promise"): PromiseRecord {
    const known = this.#records.get(promise);
    if (known !== undefined) {
      return known;
    }
    const record = this.make(label);
    record.isHosts = true;
    this.#records.set(promise, record);
    return record;
  }

  set(promise: object, record: PromiseRecord): void {
    this.#records.set(promise, record);
  }

  /** What waits for a promise joins the queue when it settles, or at once. */
  addJob(record: PromiseRecord, job: Job): void {
    if (record.outcome === undefined) {
      record.jobs.push(job);
    } else {
      this.#journal.queue(job);
    }
  }

  settle(record: PromiseRecord, outcome: Outcome, by: number, thrown?: unknown): void {
    if (record.outcome !== undefined) {
      return;
    }
    record.outcome = outcome;
    record.by = by;
    const { lane } = record;
    if (lane !== undefined) {
      lane.isDone = true;
      this.#journal.taskDone(lane.number, outcome, outcome === "exception" ? describeThrown(thrown) : "");
    } else if (record.jobs.length > 0) {
      this.#journal.tell({ kind: "future done", future: record.number, outcome, by });
    }
    for (const job of record.jobs.splice(0)) {
      this.#journal.queue(job);
    }
  }

  /**
   * A promise was resolved with a value: it settles, or follows what the value is.
   *
   * @param by The async call that resolved it, or in whose wake it was.
   */
  resolve(record: PromiseRecord, value: unknown, by: number): void {
    if (record.outcome !== undefined) {
      return;
    }
    if (!hasThen(value)) {
      this.settle(record, "result", by);
      return;
    }
    if (isPlainPromise(value)) {
      const followed = this.of(value);
      const job = { number: this.#journal.next(), label: `then ← ${followed.label}`, isQueued: false };
      followed.followers.push({ record, job });
      this.#journal.queue(job);
    } else {
      record.isHosts = true;
    }
  }
}

export function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** A promise that the engine waits for as it is, without calling its `then` in a job first. */
export function isPlainPromise(value: unknown): value is Promise<unknown> {
  return isObject(value) && value instanceof HostPromise && value.constructor === HostPromise;
}

/** Whether a value has a `then`, which is not read: to read it may do anything. */
export function hasThen(value: unknown): boolean {
  for (let object = value; isObject(object); object = Reflect.getPrototypeOf(object)) {
    if (Reflect.getOwnPropertyDescriptor(object, "then") !== undefined) {
      return true;
    }
  }
  return false;
}
