import { firstUserFrame, type StackFrame } from "../../trace/stack-frame.ts";
import type { TraceEvent } from "../../trace/trace.ts";

/** A task that waits, and those that it waits for. */
export interface WaitingTask {
  readonly task: number;
  readonly name: string;
  /** What it waits for, in the library's words: `sleep`, `Lock.acquire`, `gather`, `Task`... */
  readonly what: string;
  /** Since when, in seconds since the recording began. */
  readonly since: number;
  readonly frame: StackFrame | undefined;
  /** Who holds the lock that it waits for. */
  readonly heldBy: readonly Holder[];
  readonly waitsFor: readonly WaitingTask[];
}

export interface Holder {
  readonly name: string;
  /** Ended without giving it back: nobody will. */
  readonly hasEnded: boolean;
}

interface TaskState {
  readonly task: number;
  name: string;
  coroutine: string;
  wait:
    | {
        readonly on: number;
        readonly what: string;
        readonly since: number;
        readonly frame: StackFrame | undefined;
      }
    | undefined;
}

/** How far the graph goes down. */
const deepest = 50;

/** Follows a trace: which tasks there are, and who waits for whom. */
export class WaitingTasks {
  readonly #tasks = new Map<number, TaskState>();
  /** What each gather, shield and wait holds together. */
  readonly #members = new Map<number, number[]>();
  /** The lock at which a future is a turn. */
  readonly #locks = new Map<number, number>();
  /** The tasks that hold a lock. */
  readonly #holders = new Map<number, readonly number[]>();
  /** The names of tasks that have ended: one may hold a lock still, and of that nothing is told before somebody waits. */
  readonly #ended = new Map<number, string>();

  add(events: readonly TraceEvent[]): void {
    for (const event of events) {
      this.#note(event);
    }
  }

  /** How many tasks there are. */
  get count(): number {
    return this.#tasks.size;
  }

  /** What readers know a task by: the name it was given, else the name that CPython gives it and its coroutine. */
  nameOf(task: number): string | undefined {
    const { name, coroutine = "" } = this.#tasks.get(task) ?? {};
    return coroutine !== "" && /^Task-\d+$/.test(name ?? "") ? `${name} · ${coroutine}` : name;
  }

  /**
   * The call graph of those that wait: at its roots the tasks for which no other one waits, and who has waited longest
   * comes first.
   */
  graph(): WaitingTask[] {
    const awaited = new Set(
      [...this.#tasks.values()].flatMap(({ wait }) => (wait ? this.#reached(wait.on) : [])),
    );
    const waiting = [...this.#tasks.values()].filter(({ wait }) => wait !== undefined);
    const roots = waiting.filter(({ task }) => !awaited.has(task));
    // Tasks that wait for each other in a circle have no root: each of them is shown.
    const shown = roots.length > 0 ? roots : waiting;
    return shown.flatMap((state) => this.#describe(state, new Set())).sort(byLength);
  }

  #describe(state: TaskState, above: ReadonlySet<number>): WaitingTask[] {
    const { task, wait } = state;
    if (wait === undefined || above.has(task) || above.size === deepest) {
      return [];
    }
    const path = new Set(above).add(task);
    const waitsFor = this.#reached(wait.on)
      .flatMap((other) => this.#describe(this.#tasks.get(other) as TaskState, path))
      .sort(byLength);
    const { what, since, frame } = wait;
    const heldBy = this.#holdersAt(wait.on);
    return [{ task, name: this.nameOf(task) ?? "", what, since, frame, heldBy, waitsFor }];
  }

  #holdersAt(future: number): Holder[] {
    const holders = this.#holders.get(this.#locks.get(future) ?? 0) ?? [];
    return holders.map((task) => ({
      name: this.nameOf(task) ?? this.#ended.get(task) ?? "",
      hasEnded: !this.#tasks.has(task),
    }));
  }

  /** The tasks that a wait for a task, or for what holds some together, is about. */
  #reached(on: number): number[] {
    const reached: number[] = [];
    const left = [on];
    const seen = new Set(left);
    for (let one = left.pop(); one !== undefined; one = left.pop()) {
      if (this.#tasks.has(one)) {
        reached.push(one);
      }
      for (const member of this.#members.get(one) ?? []) {
        if (!seen.has(member)) {
          seen.add(member);
          left.push(member);
        }
      }
    }
    return reached;
  }

  #note(event: TraceEvent): void {
    switch (event.kind) {
      case "task created":
        this.#tasks.set(event.task, { task: event.task, name: event.name, coroutine: "", wait: undefined });
        break;
      case "task renamed":
        this.#change(event.task, { name: event.name });
        break;
      case "waits": {
        const { task, on, what, at, frames } = event;
        const caller = frames.findLast(({ caller: name }) => name !== "")?.caller ?? "";
        const coroutine = this.#tasks.get(task)?.coroutine || caller.slice(caller.lastIndexOf(".") + 1);
        const wait = on === 0 ? undefined : { on, what, since: at, frame: firstUserFrame(frames) };
        this.#change(task, { coroutine, wait });
        break;
      }
      case "queued":
      case "began":
        this.#change(event.handle, { wait: undefined });
        break;
      case "task done":
        this.#ended.set(event.task, this.nameOf(event.task) ?? "");
        this.#tasks.delete(event.task);
        break;
      case "scope joined":
        this.#join(event.scope, event.member);
        break;
      case "scope closed":
        this.#members.delete(event.scope);
        break;
      case "lock awaited":
        this.#locks.set(event.future, event.lock);
        break;
      case "lock held":
        this.#holders.set(event.lock, event.by);
        break;
      case "future done":
        this.#locks.delete(event.future);
    }
  }

  #join(scope: number, member: number): void {
    const members = this.#members.get(scope);
    if (members === undefined) {
      this.#members.set(scope, [member]);
    } else {
      members.push(member);
    }
  }

  #change(task: number, change: Partial<TaskState>): void {
    const state = this.#tasks.get(task);
    if (state !== undefined) {
      Object.assign(state, change);
    }
  }
}

/** Who has waited longest comes first, and of several the one that was made first. */
function byLength(one: WaitingTask, other: WaitingTask): number {
  return longest(one) - longest(other) || one.task - other.task;
}

/** Since when it waits, or one of those that it waits for. */
function longest({ since, waitsFor }: WaitingTask): number {
  return waitsFor.reduce((earliest, below) => Math.min(earliest, longest(below)), since);
}
