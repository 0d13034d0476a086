import type { EventLoop, Future, Handle, LoopEvent, Task, Timeout } from "../async-primitives/index.ts";
import { cut } from "./cut.ts";
import { subjectOf } from "./event-subject.ts";
import type { StackFrame } from "./stack-frame.ts";
import { type ScopeKind, type TraceEvent, traceLimits } from "./trace.ts";
import { describeThrown, labelOf, nameOf, outcomeOf } from "./trace-text.ts";
import { finite, rounded } from "./trace-time.ts";

export interface RecorderOptions {
  /** Seconds since the run began, for what happens outside of loops. */
  readonly now: () => number;
  /** The reader's frames on the stack, the innermost first. */
  readonly captureFrames: () => readonly StackFrame[];
  /** Which address, process or function it is that a task waits for; undefined if nobody knows. */
  readonly detailOf?: (task: Task<unknown>, on: Future<unknown>) => string | undefined;
  readonly add: (event: TraceEvent) => void;
}

/** What a recorder needs of a loop. */
export type ObservableLoop = Pick<EventLoop, "observe" | "time">;

/** One loop of the program. Each may have a clock of its own. */
interface RecordedLoop {
  readonly loop: ObservableLoop;
  /** From the time of its clock to seconds since the run began. */
  readonly offset: number;
  /** Its tasks that are not done. */
  readonly alive: Set<Task<unknown>>;
  hadTasks: boolean;
  run: { readonly scope: number; readonly main: Task<unknown> } | undefined;
}

interface Running {
  readonly number: number;
  readonly isTask: boolean;
  readonly record: RecordedLoop;
}

type EventOf<K extends LoopEvent["kind"]> = Extract<LoopEvent, { kind: K }>;
type Handlers = { readonly [K in LoopEvent["kind"]]: (event: EventOf<K>, record: RecordedLoop) => void };
type Untimed = TraceEvent extends infer Event
  ? Event extends TraceEvent
    ? Omit<Event, "at">
    : never
  : never;

/** Stands in `#numbers` for what the trace leaves out; all else is numbered from 1. */
const ignored = 0;

/**
 * Makes a trace of what loops report. It leaves out the two empty tasks with which `run()` ends, as nobody but the
 * library made them.
 */
export class TraceRecorder {
  readonly #options: RecorderOptions;
  readonly #numbers = new WeakMap<object, number>();
  #count = 0;
  #latest = 0;
  /** The callbacks that have the thread: more than one when a task starts eagerly. */
  readonly #running: Running[] = [];
  readonly #ready = new WeakSet<object>();
  readonly #names = new WeakMap<Task<unknown>, string>();
  /** What the futures of the library stand for. */
  readonly #meanings = new WeakMap<Future<unknown>, string>();
  /** The gathers, shields and waits: each is a scope until it is done. */
  readonly #composites = new WeakSet<Future<unknown>>();
  readonly #failures = new WeakMap<Future<unknown>, string>();
  /** Where a coroutine is about to wait. */
  #reached: { readonly on: Future<unknown> | undefined; readonly frames: readonly StackFrame[] } | undefined;

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  /** Records all that a loop does from now on. */
  observe(loop: ObservableLoop): void {
    const offset = this.#later(this.#options.now()) - loop.time();
    const record: RecordedLoop = { loop, offset, alive: new Set(), hadTasks: false, run: undefined };
    loop.observe((event) => {
      if (!this.#isIgnored(event, record)) {
        (this.#handlers[event.kind] as (event: LoopEvent, record: RecordedLoop) => void)(event, record);
      }
    });
  }

  /** Something was printed. */
  output(line: number, text: string): void {
    const printed = { task: this.#task, line, text: cut(text, traceLimits.text), frames: this.#frames() };
    this.#tell({ kind: "output", ...printed }, this.#running.at(-1)?.record);
  }

  /** A future stands for a turn at a lock. */
  lockAwaited(lock: object, future: Future<unknown>): void {
    const numbers = { lock: this.#number(lock), future: this.#number(future) };
    this.#tell({ kind: "lock awaited", ...numbers }, this.#running.at(-1)?.record);
  }

  /** Others hold a lock than before. */
  lockHeld(lock: object, holders: readonly Task<unknown>[]): void {
    const by = holders.slice(0, traceLimits.holders).map((task) => this.#number(task));
    this.#tell({ kind: "lock held", lock: this.#number(lock), by }, this.#running.at(-1)?.record);
  }

  readonly #handlers: Handlers = {
    "task created": ({ task }, record) => {
      const frames = this.#frames();
      const isMain = this.#running.length === 0;
      if (isMain && record.hadTasks && frames.length === 0) {
        this.#numbers.set(task, ignored);
        return;
      }
      record.hadTasks = true;
      record.alive.add(task);
      const name = nameOf(task);
      this.#names.set(task, name);
      if (isMain) {
        this.#openRun(task, record);
      }
      const parent = this.#task;
      this.#tell({ kind: "task created", task: this.#number(task), name, parent, frames }, record);
      if (isMain && record.run !== undefined) {
        this.#tell({ kind: "scope joined", scope: record.run.scope, member: this.#number(task) }, record);
      }
    },
    queued: ({ runnable }, record) => {
      this.#ready.add(runnable);
      this.#tell({ kind: "queued", handle: this.#number(runnable), label: labelOf(runnable) }, record);
    },
    "callback cancelled": ({ handle }, record) => {
      if (this.#ready.delete(handle)) {
        this.#tell({ kind: "unqueued", handle: this.#number(handle) }, record);
      }
    },
    "step began": ({ task }, record) => {
      this.#begin(task, true, record);
      this.#noteName(task, record);
    },
    "step ended": ({ task }, record) => {
      this.#noteName(task, record);
      this.#end(task, record);
    },
    "callback began": ({ handle }, record) => this.#begin(handle, false, record),
    "callback ended": ({ handle }, record) => this.#end(handle, record),
    "wait reached": ({ on }) => {
      this.#reached = { on, frames: this.#frames() };
    },
    "task waits": ({ task, on }, record) => {
      const reached = this.#reached?.on === on ? this.#reached : undefined;
      this.#reached = undefined;
      const idle = reached === undefined ? "yield" : "sleep";
      const what = on === undefined ? idle : this.#whatIs(on, task);
      const frames = reached?.frames ?? [];
      const numbers = { task: this.#number(task), on: on === undefined ? 0 : this.#number(on) };
      this.#tell({ kind: "waits", ...numbers, what, frames }, record);
    },
    "timer set": ({ timer }, record) => {
      const deadline = finite(rounded(timer.when() + record.offset));
      const handle = this.#number(timer);
      this.#tell({ kind: "timer set", handle, deadline, label: labelOf(timer) }, record);
    },
    "timer fired": ({ timer }, record) => {
      this.#ready.add(timer);
      this.#tell({ kind: "timer fired", handle: this.#number(timer) }, record);
    },
    "timer cancelled": ({ timer }, record) =>
      this.#tell({ kind: "timer cancelled", handle: this.#number(timer) }, record),
    "future named": ({ future, name, of }, record) => {
      const isComposite = of !== undefined && Symbol.iterator in of;
      const owner = isComposite ? undefined : of?.constructor.name;
      this.#meanings.set(future, cut(owner === undefined ? name : `${owner}.${name}`, traceLimits.text));
      if (isComposite && (name === "gather" || name === "shield" || name === "wait")) {
        this.#composites.add(future);
        const scope = this.#openScope(future, name, undefined, record);
        for (const member of new Set(of)) {
          this.#tell({ kind: "scope joined", scope, member: this.#number(member) }, record);
        }
      }
    },
    "future done": ({ future, failure }, record) => {
      const outcome = future.cancelled() ? "cancelled" : failure === undefined ? "result" : "exception";
      if (failure !== undefined) {
        this.#failures.set(future, describeThrown(failure.exception));
      }
      const number = this.#number(future);
      this.#tell({ kind: "future done", future: number, outcome, by: this.#task }, record);
      if (this.#composites.delete(future)) {
        this.#tell({ kind: "scope closed", scope: number, outcome }, record);
      }
    },
    "task done": ({ task }, record) => {
      const failure = this.#failures.get(task);
      const outcome = task.cancelled() ? "cancelled" : failure === undefined ? "result" : "exception";
      const message = failure ?? cut(String(task.cancelMessage ?? ""), traceLimits.text);
      this.#tell({ kind: "task done", task: this.#number(task), outcome, message }, record);
      record.alive.delete(task);
      this.#closeRun(record);
    },
    "cancel requested": ({ future }, record) =>
      this.#tell({ kind: "cancel", target: this.#number(future), by: this.#task }, record),
    "scope opened": ({ scope }, record) => {
      const isGroup = "createTask" in scope;
      const when = isGroup ? null : (scope as Timeout).when();
      const deadline = when === null ? undefined : finite(rounded(when + record.offset));
      this.#openScope(scope, isGroup ? "task group" : "timeout", deadline, record);
    },
    "scope joined": ({ scope, task }, record) => {
      const numbers = { scope: this.#number(scope), member: this.#number(task) };
      this.#tell({ kind: "scope joined", ...numbers }, record);
    },
    "scope closed": ({ scope, thrown }, record) => {
      const outcome = outcomeOf(thrown);
      this.#tell({ kind: "scope closed", scope: this.#number(scope), outcome }, record);
    },
  };

  /** What an ignored task does is ignored too; that it has the thread is kept in mind. */
  #isIgnored(event: LoopEvent, record: RecordedLoop): boolean {
    const subject = subjectOf(event);
    const known = subject === undefined ? undefined : this.#numbers.get(subject);
    const isIgnored = known === undefined ? this.#running.at(-1)?.number === ignored : known === ignored;
    if (!isIgnored) {
      return false;
    }
    if (subject !== undefined) {
      this.#numbers.set(subject, ignored);
    }
    if (event.kind === "step began" || event.kind === "callback began") {
      this.#running.push({ number: ignored, isTask: false, record });
    } else if (event.kind === "step ended" || event.kind === "callback ended") {
      this.#running.pop();
    }
    return true;
  }

  #begin(runnable: Task<unknown> | Handle, isTask: boolean, record: RecordedLoop): void {
    const number = this.#number(runnable);
    this.#ready.delete(runnable);
    this.#running.push({ number, isTask, record });
    this.#tell({ kind: "began", handle: number }, record);
  }

  #end(runnable: Task<unknown> | Handle, record: RecordedLoop): void {
    this.#tell({ kind: "ended", handle: this.#number(runnable) }, record);
    this.#running.pop();
  }

  /** A name is looked at when its task begins and ends a step: so late is a change of it told. */
  #noteName(task: Task<unknown>, record: RecordedLoop): void {
    const name = nameOf(task);
    if (name !== this.#names.get(task)) {
      this.#names.set(task, name);
      this.#tell({ kind: "task renamed", task: this.#number(task), name }, record);
    }
  }

  #openScope(scope: object, what: ScopeKind, deadline: number | undefined, record: RecordedLoop): number {
    const number = this.#number(scope);
    this.#tell({ kind: "scope opened", scope: number, what, owner: this.#task, deadline }, record);
    return number;
  }

  /** A run is the time in which a loop has tasks, from the first one that somebody outside of the loop made. */
  #openRun(main: Task<unknown>, record: RecordedLoop): void {
    record.run ??= { scope: this.#openScope({}, "run", undefined, record), main };
  }

  #closeRun(record: RecordedLoop): void {
    if (record.run !== undefined && record.alive.size === 0) {
      const { scope, main } = record.run;
      const failed = this.#failures.has(main) ? "exception" : "result";
      this.#tell({ kind: "scope closed", scope, outcome: main.cancelled() ? "cancelled" : failed }, record);
      record.run = undefined;
    }
  }

  #whatIs(on: Future<unknown>, task: Task<unknown>): string {
    const meaning = this.#meanings.get(on) ?? ("getCoro" in on ? "Task" : "Future");
    const detail = this.#options.detailOf?.(task, on);
    return detail ? cut(`${meaning} (${detail})`, traceLimits.text) : meaning;
  }

  /** The task that has the thread. */
  get #task(): number {
    const top = this.#running.at(-1);
    return top?.isTask ? top.number : 0;
  }

  #number(thing: object): number {
    let number = this.#numbers.get(thing);
    if (number === undefined) {
      number = ++this.#count;
      this.#numbers.set(thing, number);
    }
    return number;
  }

  #frames(): readonly StackFrame[] {
    return this.#options.captureFrames().slice(0, traceLimits.frames);
  }

  #tell(event: Untimed, record: RecordedLoop | undefined): void {
    const time = record === undefined ? this.#options.now() : record.loop.time() + record.offset;
    this.#latest = this.#later(time);
    this.#options.add({ at: this.#latest, ...event });
  }

  /** Clocks are read in microseconds. Of several clocks none turns the time of the trace back. */
  #later(time: number): number {
    return Math.max(this.#latest, rounded(time));
  }
}
