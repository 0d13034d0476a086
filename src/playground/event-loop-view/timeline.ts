import type { StackFrame } from "../../trace/stack-frame.ts";
import type { Outcome, ScopeKind, TraceEvent } from "../../trace/trace.ts";
import type { Doing, End, Interval, Lane } from "./lane.ts";
import { beginning, type Moment, nextMoment } from "./moment.ts";

/** A task that settled what another one waited for. */
export interface Wake {
  readonly from: Moment;
  readonly by: number;
  readonly to: Moment;
  readonly task: number;
  readonly outcome: Outcome;
}

export interface Output {
  readonly moment: Moment;
  readonly task: number;
  readonly text: string;
}

/** A gather, a timeout, a group...: something that holds tasks together for a while. */
export interface Scope {
  readonly what: ScopeKind;
  readonly owner: number;
  readonly from: Moment;
  readonly to: Moment | undefined;
  readonly deadline: number | undefined;
  readonly outcome: Outcome | undefined;
  /** Its tasks. Futures that are none have no lane and are left out. */
  readonly members: readonly number[];
}

/** How a request to cancel reached a task. */
export interface Cancellation {
  readonly moment: Moment;
  /** Who made the request; or the task that passed it on, to what it awaits. 0 for a callback of the loop. */
  readonly from: number;
  readonly task: number;
  readonly isPassedOn: boolean;
}

/** A callback that kept the thread for so long that everything else had to wait. */
export interface Block {
  readonly from: Moment;
  readonly to: Moment;
  /** Whose callback it was; 0 for the loop's own. */
  readonly task: number;
}

/** A promise that was rejected without anybody to ask for its result. */
export interface Unhandled {
  readonly moment: Moment;
  /** The call whose promise it is; 0 for any other. */
  readonly task: number;
  readonly message: string;
}

/** For how long a callback may have the thread until the loop counts as blocked, in seconds. */
export const blockedAfter = 0.05;

type Open<Kind> = { -readonly [Key in keyof Kind]: Kind[Key] };
type OpenLane = Open<Omit<Lane, "intervals" | "done">> & {
  readonly intervals: Open<Interval>[];
  done: End | undefined;
  /** Where it waits next, told in the step that leads there. */
  wait: Omit<Interval, "doing" | "from" | "to"> | undefined;
  /** When it was queued, if it was so in its own step. */
  queued: Moment | undefined;
};
type OpenScope = Open<Omit<Scope, "members">> & { readonly members: number[] };
type EventOf<Kind extends TraceEvent["kind"]> = TraceEvent & { readonly kind: Kind };

/** What happened in a run, made of its events as they come. */
export class Timeline {
  readonly events: TraceEvent[] = [];
  /** The moment of each event. */
  readonly moments: Moment[] = [];
  readonly wakes: Wake[] = [];
  readonly outputs: Output[] = [];
  readonly cancellations: Cancellation[] = [];
  readonly blocks: Block[] = [];
  readonly unhandled: Unhandled[] = [];
  #isOfPromises = false;
  readonly #lanes = new Map<number, OpenLane>();
  readonly #scopes = new Map<number, OpenScope>();
  readonly #labels = new Map<number, string>();
  readonly #settled = new Map<number, { moment: Moment; by: number; outcome: Outcome }>();
  #lanesInOrder: readonly Lane[] | undefined;
  #now = beginning;
  /** Which task waits for a future, and which scopes hold a member: the ways that a request can go on. */
  readonly #waiter = new Map<number, number>();
  readonly #scopesOf = new Map<number, number[]>();
  /** In whose step a timer was set. */
  readonly #setters = new Map<number, number>();
  /** What has the thread; 0 for nothing. */
  #running = 0;
  /** What a request has reached in this step, and by way of which task. */
  #path = new Map<number, number>();

  constructor() {
    this.#openLane(0, { name: "", parent: -1, depth: -1 });
  }

  add(events: readonly TraceEvent[]): void {
    for (const event of events) {
      this.#now = nextMoment(this.#now, event);
      this.events.push(event);
      this.moments.push(this.#now);
      (this.#handlers[event.kind] as (event: TraceEvent) => void)(event);
    }
  }

  /** Whether it is of the host's own loop: then tasks are calls of async functions. */
  get isOfPromises(): boolean {
    return this.#isOfPromises;
  }

  /** The moment of the last event. */
  get end(): Moment {
    return this.#now;
  }

  get scopes(): Iterable<Scope> {
    return this.#scopes.values();
  }

  lane(task: number): Lane | undefined {
    return this.#lanes.get(task);
  }

  /** The tasks in the order of `lanes`. */
  get tasks(): readonly Lane[] {
    return this.lanes.slice(1);
  }

  /** The tasks in the order of their creation, each one below its parent; the loop's own lane comes first. */
  get lanes(): readonly Lane[] {
    this.#lanesInOrder ??= nest(this.#lanes.values());
    return this.#lanesInOrder;
  }

  /** What a callback, timer or task is called. */
  labelOf(handle: number): string {
    return this.#labels.get(handle) ?? "";
  }

  /** The task in whose step a timer was set, if it was one. */
  setterOf(timer: number): Lane | undefined {
    return this.#lanes.get(this.#setters.get(timer) ?? -1);
  }

  readonly #handlers: { readonly [Kind in TraceEvent["kind"]]: (event: EventOf<Kind>) => void } = {
    "task created": ({ task, name, parent }) => {
      const above = this.#lanes.get(parent) ?? this.#laneOfLoop;
      this.#openLane(task, { name, parent: above.task, depth: above.depth + 1 });
      this.#labels.set(task, name);
    },
    "task renamed": ({ task, name }) => {
      this.#labels.set(task, name);
      const lane = this.#lanes.get(task);
      if (lane !== undefined) {
        lane.name = name;
      }
    },
    queued: ({ handle, label }) => {
      const lane = this.#lanes.get(handle);
      if (lane === undefined) {
        this.#labels.set(handle, label);
      } else if (lane.intervals.at(-1)?.to === undefined && lane.intervals.at(-1)?.doing === "runs") {
        lane.queued = this.#now;
      } else {
        this.#becomesReady(lane);
      }
    },
    unqueued: ({ handle }) => this.#close(this.#lanes.get(handle)),
    began: ({ handle }) => {
      this.#path = new Map();
      this.#running = handle;
      const lane = this.#lanes.get(handle);
      if (lane === undefined) {
        this.#begin(this.#laneOfLoop, "runs", { what: this.labelOf(handle) });
      } else {
        this.#begin(lane, "runs", { frames: lane.wait?.frames.slice(0, 1) ?? [] });
      }
      if (lane !== undefined) {
        lane.wait = undefined;
      }
    },
    ended: ({ handle }) => {
      this.#running = 0;
      this.#ended(this.#lanes.get(handle) ?? this.#laneOfLoop);
    },
    waits: ({ task, on, what, frames }) => {
      const lane = this.#lanes.get(task);
      if (lane === undefined) {
        return;
      }
      lane.coroutine ||= outermostCaller(frames);
      lane.wait = { on, what, frames };
      this.#waiter.set(on, task);
      const last = lane.intervals.at(-1);
      if (last?.doing === "runs") {
        last.frames = [...last.frames.slice(0, 1), ...frames.slice(0, 1)];
      }
      // Some are told of it when the step has ended.
      if (on !== 0 && last?.to !== undefined) {
        this.#begin(lane, "waits", lane.wait);
      }
    },
    "timer set": ({ handle, label }) => {
      this.#labels.set(handle, label);
      this.#setters.set(handle, this.#running);
    },
    "timer fired": () => {},
    "timer cancelled": () => {},
    "future done": ({ future, outcome, by }) => {
      this.#settled.set(future, { moment: this.#now, by, outcome });
    },
    "task done": ({ task, outcome, message }) => {
      this.#settled.set(task, { moment: this.#now, by: task, outcome });
      const lane = this.#lanes.get(task);
      if (lane === undefined) {
        return;
      }
      lane.done = { moment: this.#now, outcome, message };
      if (lane.intervals.at(-1)?.doing !== "runs") {
        this.#close(lane);
      }
    },
    cancel: ({ target, by }) => this.#cancelled(target, by),
    "scope opened": ({ scope, what, owner, deadline }) => {
      const from = this.#now;
      this.#scopes.set(scope, {
        what,
        owner,
        from,
        to: undefined,
        deadline,
        outcome: undefined,
        members: [],
      });
    },
    "scope joined": ({ scope, member }) => {
      const scopes = this.#scopesOf.get(member);
      if (scopes === undefined) {
        this.#scopesOf.set(member, [scope]);
      } else {
        scopes.push(scope);
      }
      if (this.#lanes.has(member)) {
        this.#scopes.get(scope)?.members.push(member);
      }
    },
    "scope closed": ({ scope, outcome }) => {
      const open = this.#scopes.get(scope);
      if (open !== undefined) {
        Object.assign(open, { to: this.#now, outcome });
      }
    },
    "promises watched": () => {
      this.#isOfPromises = true;
    },
    "rejection unhandled": ({ future, message }) => {
      const task = this.#lanes.has(future) ? future : 0;
      this.unhandled.push({ moment: this.#now, task, message });
    },
    output: ({ task, text }) => void this.outputs.push({ moment: this.#now, task, text }),
  };

  get #laneOfLoop(): OpenLane {
    return this.#lanes.get(0) as OpenLane;
  }

  #openLane(task: number, about: Pick<Lane, "name" | "parent" | "depth">): void {
    this.#lanesInOrder = undefined;
    const [created, coroutine] = [this.#now, ""];
    const open = { intervals: [], done: undefined, wait: undefined, queued: undefined };
    this.#lanes.set(task, { task, ...about, created, coroutine, ...open });
  }

  #becomesReady(lane: OpenLane): void {
    const last = lane.intervals.at(-1);
    const settled = last?.doing === "waits" ? this.#settled.get(last.on) : undefined;
    if (settled !== undefined) {
      const { moment: from, by, outcome } = settled;
      this.wakes.push({ from, by, to: this.#now, task: lane.task, outcome });
    }
    this.#begin(lane, "ready");
  }

  #ended(lane: OpenLane): void {
    const last = lane.intervals.at(-1);
    this.#close(lane);
    if (last !== undefined && this.#now.at - last.from.at > blockedAfter) {
      this.blocks.push({ from: last.from, to: this.#now, task: lane.task });
    }
    if (lane.done !== undefined) {
      return;
    }
    if (lane.queued !== undefined) {
      this.#begin(lane, "ready");
    } else if (lane.wait !== undefined && lane.wait.on !== 0) {
      this.#begin(lane, "waits", lane.wait);
    }
    lane.queued = undefined;
  }

  #begin(lane: OpenLane, doing: Doing, about: Partial<Omit<Interval, "doing" | "from" | "to">> = {}): void {
    this.#close(lane);
    lane.intervals.push({ doing, from: this.#now, to: undefined, what: "", on: 0, frames: [], ...about });
  }

  #close(lane: OpenLane | undefined): void {
    const last = lane?.intervals.at(-1);
    if (last !== undefined) {
      last.to ??= this.#now;
    }
  }

  /** A task passes a request on to what it waits for, a scope to its members. */
  #cancelled(target: number, by: number): void {
    const passer = [this.#waiter.get(target) ?? -1, ...(this.#scopesOf.get(target) ?? [])].find((number) =>
      this.#path.has(number),
    );
    const from = passer === undefined ? by : (this.#path.get(passer) as number);
    const isTask = this.#lanes.has(target);
    if (isTask) {
      this.cancellations.push({ moment: this.#now, from, task: target, isPassedOn: passer !== undefined });
    }
    this.#path.set(target, isTask ? target : from);
  }
}

/**
 * The coroutine that the task runs, without its class. The module that runs the loop may be on the stack as well: it is
 * no function, and has no name.
 */
function outermostCaller(frames: readonly StackFrame[]): string {
  const caller = frames.findLast(({ caller }) => caller !== "")?.caller ?? "";
  return caller.slice(caller.lastIndexOf(".") + 1);
}

function nest(lanes: Iterable<Lane>): Lane[] {
  const children = new Map<number, Lane[]>();
  for (const lane of lanes) {
    const siblings = children.get(lane.parent);
    if (siblings === undefined) {
      children.set(lane.parent, [lane]);
    } else {
      siblings.push(lane);
    }
  }
  // By hand rather than by recursion: a chain of ten thousand tasks is deep.
  const nested: Lane[] = [];
  const left = [...(children.get(-1) ?? [])];
  for (let lane = left.pop(); lane !== undefined; lane = left.pop()) {
    nested.push(lane);
    // One by one: a call takes no more than some ten thousand arguments.
    for (const child of (children.get(lane.task) ?? []).reverse()) {
      left.push(child);
    }
  }
  return nested;
}
