import { cut } from "../../trace/cut.ts";
import type { StackFrame } from "../../trace/stack-frame.ts";
import { type Outcome, type TraceEvent, traceLimits } from "../../trace/trace.ts";
import { CancellationPaths } from "./cancellation-paths.ts";
import type { Interval, Lane } from "./lane.ts";
import { beginning, type Moment, nextMoment } from "./moment.ts";
import { nestLanes } from "./nest-lanes.ts";
import { OpenLane } from "./open-lane.ts";
import { SourceNames, type SourceOf } from "./source-names.ts";
import type { Block, Cancellation, Output, Scope, Unhandled, Wake } from "./timeline-parts.ts";

/** For how long a callback may have the thread until the loop counts as blocked, in seconds. */
export const blockedAfter = 0.05;

type OpenScope = { -readonly [Key in keyof Scope]: Scope[Key] } & { readonly members: number[] };
type EventOf<Kind extends TraceEvent["kind"]> = TraceEvent & { readonly kind: Kind };

/** What happened in a run, made of its events as they come. */
export class Timeline {
  readonly events: TraceEvent[] = [];
  /** The moment of each event. */
  readonly moments: Moment[] = [];
  readonly wakes: Wake[] = [];
  readonly outputs: Output[] = [];
  readonly blocks: Block[] = [];
  readonly unhandled: Unhandled[] = [];
  #isOfPromises = false;
  #hasValues = false;
  readonly #lanes = new Map<number, OpenLane>();
  readonly #scopes = new Map<number, OpenScope>();
  readonly #labels = new Map<number, string>();
  readonly #settled = new Map<number, { moment: Moment; by: number; outcome: Outcome }>();
  readonly #cancellations = new CancellationPaths();
  readonly #sourceNames: SourceNames;
  /** The first task that a variable keeps; undefined where it has kept several. */
  readonly #kept = new Map<string, OpenLane | undefined>();
  #lanesInOrder: readonly Lane[] | undefined;
  #rows: readonly Lane[] | undefined;
  #now = beginning;
  /** In whose step a timer was set. */
  readonly #setters = new Map<number, number>();
  /** What has the thread; 0 for nothing. */
  #running = 0;

  /** @param sourceOf Where the program says what it calls its tasks. */
  constructor(sourceOf: SourceOf = () => undefined) {
    this.#sourceNames = new SourceNames(sourceOf);
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

  /** Whether it was recorded with what variables hold. */
  get hasValues(): boolean {
    return this.#hasValues;
  }

  /** The moment of the last event. */
  get end(): Moment {
    return this.#now;
  }

  get scopes(): Iterable<Scope> {
    return this.#scopes.values();
  }

  get cancellations(): readonly Cancellation[] {
    return this.#cancellations.found;
  }

  lane(task: number): Lane | undefined {
    return this.#lanes.get(task);
  }

  /** The tasks in the order of `lanes`. */
  get tasks(): readonly Lane[] {
    return this.lanes.slice(1);
  }

  /** What a picture has rows for: the tasks, then the callbacks of the loop if there are any. */
  get rows(): readonly Lane[] {
    this.#rows ??= this.#numberRows();
    return this.#rows;
  }

  /** The tasks in the order of their creation, each one below its parent; the loop's own lane comes first. */
  get lanes(): readonly Lane[] {
    this.#lanesInOrder ??= nestLanes(this.#lanes.values());
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
    "task created": ({ task, name, parent, frames, source }) => {
      // Forged: a task that is made again under its own child would be nobody's.
      if (this.#lanes.has(task)) {
        return;
      }
      const above = this.#lanes.get(parent) ?? this.#laneOfLoop;
      const lane = this.#openLane(task, { name, parent: above.task, depth: above.depth + 1 });
      this.#labels.set(task, name);
      if (source !== undefined) {
        [lane.variable = "", lane.coroutine = ""] = cut(source, traceLimits.text).split(" ");
      } else {
        this.#nameAsInSource(lane, frames);
      }
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
      } else {
        this.#noteWake(lane);
        lane.queue(this.#now);
      }
    },
    unqueued: ({ handle }) => this.#lanes.get(handle)?.close(this.#now),
    began: ({ handle }) => {
      this.#cancellations.beginStep();
      this.#running = handle;
      const lane = this.#lanes.get(handle);
      if (lane === undefined) {
        this.#rows = this.#laneOfLoop.row === undefined ? undefined : this.#rows;
        this.#laneOfLoop.run(this.#now, this.labelOf(handle));
      } else {
        lane.run(this.#now, "");
      }
    },
    ended: ({ handle }) => {
      this.#running = 0;
      const lane = this.#lanes.get(handle) ?? this.#laneOfLoop;
      this.#noteBlock(lane.task, lane.end(this.#now));
    },
    waits: ({ task, on, what, frames, values }) => {
      this.#hasValues ||= values !== undefined;
      const lane = this.#lanes.get(task);
      if (lane !== undefined) {
        lane.waitFor(this.#now, { on, what, frames, values });
        this.#cancellations.noteWait(task, on);
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
      this.#lanes.get(task)?.finish({ moment: this.#now, outcome, message });
    },
    cancel: ({ target, by }) => this.#cancellations.request(this.#now, target, by, this.#lanes.has(target)),
    "scope opened": ({ scope, what, owner, deadline }) => {
      const from = this.#now;
      const open = { to: undefined, outcome: undefined, members: [] };
      this.#scopes.set(scope, { what, owner, from, deadline, ...open });
    },
    "scope joined": ({ scope, member }) => {
      this.#cancellations.noteMember(scope, member);
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
    "lock awaited": () => {},
    "lock held": () => {},
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

  #numberRows(): readonly Lane[] {
    const loop = this.#laneOfLoop;
    const rows = this.lanes.slice(1) as OpenLane[];
    if (loop.intervals.length > 0) {
      rows.push(loop);
    }
    for (const [row, lane] of rows.entries()) {
      lane.row = row;
    }
    return rows;
  }

  #openLane(task: number, about: Pick<Lane, "name" | "parent" | "depth">): OpenLane {
    this.#lanesInOrder = undefined;
    this.#rows = undefined;
    const lane = new OpenLane(task, { ...about, created: this.#now });
    this.#lanes.set(task, lane);
    return lane;
  }

  /** A variable that keeps one task after the other, as in a loop, is the name of none. */
  #nameAsInSource(lane: OpenLane, frames: readonly StackFrame[]): void {
    const { variable, called } = this.#sourceNames.of(frames);
    lane.coroutine = called;
    if (variable === "") {
      return;
    }
    if (!this.#kept.has(variable)) {
      this.#kept.set(variable, lane);
      lane.variable = variable;
    } else {
      const before = this.#kept.get(variable);
      this.#kept.set(variable, undefined);
      if (before !== undefined) {
        before.variable = "";
      }
    }
  }

  /** A task that becomes ready has been woken by whoever settled what it waited for. */
  #noteWake(lane: OpenLane): void {
    const { task, last } = lane;
    const settled = last?.doing === "waits" ? this.#settled.get(last.on) : undefined;
    if (settled !== undefined) {
      const { moment: from, by, outcome } = settled;
      this.wakes.push({ from, by, to: this.#now, task, outcome, lanes: [this.#lanes.get(by), lane] });
    }
  }

  #noteBlock(task: number, step: Interval | undefined): void {
    if (step !== undefined && this.#now.at - step.from.at > blockedAfter) {
      this.blocks.push({ from: step.from, to: this.#now, task });
    }
  }
}
