import type { Argument, Bytes, ErrorName, Failure, Item, Resources, Text } from "./program.ts";
import type { Random } from "./random.ts";
import { type SlotKind, slotCounts } from "./slots.ts";
import type { Theme } from "./theme.ts";

/** What operations at one point of a program may call. */
export interface Callables {
  /** Coroutines from this number on may be called: nothing calls itself, so every program ends. */
  firstCoroutine: number;
  coroutineCount: number;
  /** Callbacks from this number on may be scheduled. */
  firstCallback: number;
  callbackCount: number;
  /** Generators from this number on may be gone through. */
  firstGenerator: number;
  generatorCount: number;
}

/** An operation, as far as choosing it and making it up goes. */
export interface Drawable {
  name: string;
  theme: Theme;
  /** "awaitable" stands after `await` or inside another operation; "call" only stands by itself. */
  kind: "awaitable" | "call";
  /** How often it is chosen among the operations of its theme; 1.6 unless told. */
  weight: number;
  make(draw: Draw): Record<string, Argument>;
}

/** Draws arguments for operations at one point of a program. */
export class Draw {
  readonly random: Random;
  readonly callables: Callables;
  readonly resources: Resources;
  readonly themes: readonly Theme[];
  readonly #definitions: readonly Drawable[];
  readonly #depth: number;

  constructor(
    random: Random,
    callables: Callables,
    resources: Resources,
    themes: readonly Theme[],
    definitions: readonly Drawable[],
    depth = 0,
  ) {
    this.random = random;
    this.callables = callables;
    this.resources = resources;
    this.themes = themes;
    this.#definitions = definitions;
    this.#depth = depth;
  }

  slot(kind: SlotKind): string {
    return `${kind}[${this.random.integer(0, slotCounts[kind] - 1)}]`;
  }

  /** A task slot to fill: not the first, which holds the main task. */
  newTask(): string {
    return `tasks[${this.random.integer(1, slotCounts.tasks - 1)}]`;
  }

  /** A task, rarely the main one. */
  task(): string {
    return this.random.chance(0.08) ? "tasks[0]" : this.newTask();
  }

  /** Anything that is a future: a task, a plain one, or what gather or shield returned. */
  anyFuture(): string {
    return this.random.weighted([
      [8, this.task()],
      [3, this.slot("futures")],
      [this.themes.includes("combinators") ? 2 : 0.3, this.slot("outers")],
    ]);
  }

  resource(
    kind: "lock" | "event" | "condition" | "semaphore" | "bounded" | "barrier" | "queue" | "reader" | "var",
  ): string {
    const counts = {
      lock: 2,
      event: 2,
      condition: 2,
      var: 2,
      semaphore: this.resources.semaphores.length,
      bounded: this.resources.boundedSemaphores.length,
      barrier: this.resources.barriers.length,
      queue: this.resources.queues.length,
      reader: this.resources.readers.length,
    };
    return `${kind}${this.random.integer(0, counts[kind] - 1)}`;
  }

  coroutine(): string {
    return `coroutine${this.random.integer(this.callables.firstCoroutine, this.callables.coroutineCount - 1)}`;
  }

  callback(): string {
    return `callback${this.random.integer(this.callables.firstCallback, this.callables.callbackCount - 1)}`;
  }

  generator(): string {
    return `generator${this.random.integer(this.callables.firstGenerator, this.callables.generatorCount - 1)}`;
  }

  get mayIterate(): boolean {
    return this.callables.firstGenerator < this.callables.generatorCount;
  }

  get mayCall(): boolean {
    return this.callables.firstCoroutine < this.callables.coroutineCount;
  }

  get maySchedule(): boolean {
    return this.callables.firstCallback < this.callables.callbackCount;
  }

  /** Sums of tenths are seldom exact, so that some timers miss each other by less than the clock can tell. */
  delay(): number {
    return this.random.weighted([
      [3, 0],
      [0.4, -1],
      [12, this.random.integer(1, 12) / 4],
      [2, this.random.integer(1, 250) / 100],
      [2, this.random.integer(1, 9) / 10],
    ]);
  }

  timeout(): number | null {
    return this.random.chance(0.06) ? null : this.delay();
  }

  /** A context of its own for something, in some programs. */
  context(): string | null {
    return this.themes.includes("contexts") && this.random.chance(0.6) ? this.slot("contexts") : null;
  }

  number(): number {
    return this.random.integer(0, 9);
  }

  /** In a priority queue `True` and 1 tie, and can still be told apart. */
  queueItem(): number | boolean {
    return this.random.chance(0.3) ? this.random.chance(0.5) : this.random.integer(0, 4);
  }

  message(): Text | undefined {
    return this.random.chance(0.6) ? { text: `m${this.number()}` } : undefined;
  }

  /** The arguments of `cancel`. */
  cancelArguments(): Argument[] {
    const message = this.message();
    return message ? [message] : [];
  }

  failure(): Failure {
    const error = this.random.weighted<ErrorName>([
      [7, "Boom"],
      [1, "CancelledError"],
      [0.7, "TimeoutError"],
      [0.5, "RuntimeError"],
      [0.5, "ValueError"],
    ]);
    return { error, text: `!${error.charAt(0).toLowerCase()}${this.number()}` };
  }

  line(): Bytes {
    return { bytes: this.random.pick(["a", "bc\n", "def\ngh", "\n", "ijkl", "mn\nop\n", "q;r"]) };
  }

  /** Something to await inside another operation. */
  item(): Item {
    const deeper = this.#deeper();
    const choices = this.#definitions.filter((one) => one.kind === "awaitable" && deeper.allows(one));
    const chosen = this.random.weighted(choices.map((one) => [deeper.#itemWeight(one), one]));
    return { op: chosen.name, ...chosen.make(deeper) };
  }

  items(low: number, high: number): Item[] {
    return Array.from({ length: this.random.integer(low, high) }, () => this.item());
  }

  /** Can its arguments be drawn here? */
  allows({ name }: Drawable): boolean {
    if (name === "call" || name.startsWith("spawn") || name === "create_task") {
      return this.mayCall;
    }
    if (name === "generator") {
      return this.mayIterate;
    }
    if (/callback|call_(soon|later|at)$|context.run/.test(name)) {
      return this.maySchedule;
    }
    return true;
  }

  #deeper(): Draw {
    return new Draw(
      this.random,
      this.callables,
      this.resources,
      this.themes,
      this.#definitions,
      this.#depth + 1,
    );
  }

  #itemWeight({ name, theme, weight }: Drawable): number {
    if (this.#depth > 2 && nesting.has(name)) {
      return 0;
    }
    if (name === "call") {
      return 12;
    }
    if (theme === "base") {
      return weight * 1.2;
    }
    return this.themes.includes(theme) ? weight * 0.7 : nesting.has(name) ? 0.3 : 0.02;
  }
}

/** The operations that take items themselves. */
const nesting = new Set(["gather", "gather.twice", "shield", "wait_for", "ensure_future"]);
