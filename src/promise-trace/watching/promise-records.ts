import type { Outcome } from "../../trace/trace.ts";
import type { Journal } from "./journal.ts";
import { describeThrown, hasThen, isObject, isPlainPromise } from "./look.ts";
import { own } from "./own.ts";
import type { Job, PromiseRecord } from "./promise-record.ts";

/** Knows of each promise what it is called, whether it has settled, and what waits for it. */
export class PromiseRecords {
  readonly #journal: Journal;
  readonly #records = own(new WeakMap<object, PromiseRecord>());

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
      jobs: own([]),
      followers: own([]),
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
    for (let next = record.jobs.shift(); next !== undefined; next = record.jobs.shift()) {
      this.#journal.queue(next);
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
