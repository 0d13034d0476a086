import { type Callables, Draw } from "./draw.ts";
import { idioms } from "./idioms.ts";
import type { Definition } from "./operation.ts";
import { definitions } from "./operations/index.ts";
import type { Catches, ErrorName, Program, Resources, StarClause, Statement } from "./program.ts";
import { Random } from "./random.ts";
import { slotCounts } from "./slots.ts";
import { StatementMaker } from "./statement-maker.ts";
import type { Theme } from "./theme.ts";

export interface Size {
  /** How many coroutines besides main, at most. */
  coroutines: number;
  /** How many statements a body has, at most. */
  statements: number;
  /** How deep blocks are nested in each other, at most. */
  depth: number;
}

export const usualSize: Size = { coroutines: 5, statements: 8, depth: 3 };

/** The program of a seed: always the same one, as long as the generator stays as it is. */
export function generate(seed: number, size: Size = usualSize): Program {
  return new Generator(seed, size).program();
}

const optionalThemes: Theme[] = [
  "tasks",
  "cancelling",
  "combinators",
  "groups",
  "timeouts",
  "futures",
  "callbacks",
  "locks",
  "events",
  "conditions",
  "semaphores",
  "barriers",
  "queues",
  "contexts",
  "streams",
  "iteration",
  "exceptions",
];

/** What stands around a statement that is being made. */
interface Surroundings {
  draw: Draw;
  depth: number;
  /** Blocks are functions of their own in TypeScript: a `return` inside them would only leave the block. */
  mayReturn: boolean;
  /** Inside a generator, which may `yield`. */
  mayEmit: boolean;
}

type Maker = (around: Surroundings) => Statement[];

class Generator extends StatementMaker {
  readonly #seed: number;
  readonly #size: Size;
  readonly #themes: Theme[];
  readonly #resources: Resources;
  readonly #coroutineCount: number;
  readonly #callbackCount: number;
  readonly #generatorCount: number;

  constructor(seed: number, size: Size) {
    super(new Random(seed));
    this.#seed = seed;
    this.#size = size;
    this.#themes = this.random.sample(optionalThemes, this.random.integer(3, 6));
    this.#resources = this.#makeResources();
    this.#coroutineCount = this.random.integer(2, size.coroutines);
    this.#callbackCount = this.random.integer(1, 3);
    this.#generatorCount = this.#themes.includes("iteration") ? this.random.integer(1, 3) : 0;
  }

  program(): Program {
    const coroutines = Array.from({ length: this.#coroutineCount }, (_, number) => this.#coroutine(number));
    const callbacks = Array.from({ length: this.#callbackCount }, (_, number) => this.#callback(number));
    const generators = Array.from({ length: this.#generatorCount }, (_, number) => this.#generator(number));
    const main = this.#main();
    return { seed: this.#seed, resources: this.#resources, main, coroutines, callbacks, generators };
  }

  /** A body for a block inside the surroundings. */
  body(around: Surroundings, most = this.#size.statements - around.depth): Statement[] {
    const inside = { ...around, depth: around.depth + 1 };
    const length = this.random.integer(1, Math.max(1, Math.min(most, 4)));
    return Array.from({ length }, () => this.#statement(inside)).flat();
  }

  #makeResources(): Resources {
    const several = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
    return {
      semaphores: several(2, () => this.random.pick([0, 1, 1, 1, 2, 2])),
      boundedSemaphores: several(1, () => this.random.integer(1, 2)),
      barriers: several(2, () => this.random.pick([1, 2, 2, 3, 3])),
      queues: several(2, () => ({
        kind: this.random.pick(["Queue", "Queue", "LifoQueue", "PriorityQueue", "PriorityQueue"] as const),
        size: this.random.pick([0, 0, 1, 1, 2]),
      })),
      readers: several(2, () => this.random.integer(1, 5)),
    };
  }

  #callablesFrom(firstCoroutine: number, firstCallback: number, firstGenerator = 0): Callables {
    return {
      firstGenerator,
      generatorCount: this.#generatorCount,
      firstCoroutine,
      coroutineCount: this.#coroutineCount,
      firstCallback,
      callbackCount: this.#callbackCount,
    };
  }

  #draw(callables: Callables): Draw {
    return new Draw(this.random, callables, this.#resources, this.#themes, definitions);
  }

  #main(): Statement[] {
    const around = { draw: this.#draw(this.#callablesFrom(0, 0)), depth: 0, mayReturn: true, mayEmit: false };
    const start = Array.from({ length: this.random.integer(1, slotCounts.tasks - 1) }, (_, index) =>
      this.operation("spawn", around.draw, { into: `tasks[${index + 1}]` }),
    );
    if (this.#generatorCount > 0) {
      for (const slot of [0, 1]) {
        if (this.random.chance(0.8)) {
          start.push(this.operation("generator", around.draw, { into: `generators[${slot}]` }));
        }
      }
    }
    const middle = this.#statements(around, 3).map((statement) => this.#mainGoesOn(statement));
    return [...start, ...middle, ...this.#ending(around)];
  }

  /** Whatever ends main ends the program, so that most of it is caught. */
  #mainGoesOn(statement: Statement): Statement {
    return this.random.chance(0.6) ? this.caught(statement, "any") : statement;
  }

  /** Some programs wait for their tasks before they end, others leave them behind. */
  #ending({ draw }: Surroundings): Statement[] {
    if (this.random.chance(0.4)) {
      return [];
    }
    return this.random
      .sample([1, 2, 3, 4], this.random.integer(1, 4))
      .map((slot) => this.waiting({ op: "await task", of: `tasks[${slot}]` }, draw));
  }

  #coroutine(number: number): Statement[] {
    const isLast = number === this.#coroutineCount - 1;
    const callables = this.#callablesFrom(number + 1, isLast ? this.#callbackCount : 0);
    const around = { draw: this.#draw(callables), depth: 0, mayReturn: true, mayEmit: false };
    const body = this.random.chance(0.2) ? [] : this.#statements(around, 1);
    const end = this.random.weighted([
      [6, [{ id: this.newId(), block: "return", value: number + 100 }]],
      [2, [this.failure(around.draw)]],
      [3, []],
    ] as [number, Statement[]][]);
    return [...body, ...end];
  }

  /** A callback may start the last coroutine, which schedules no callbacks: every program ends. */
  #callback(number: number): Statement[] {
    const draw = this.#draw(this.#callablesFrom(this.#coroutineCount - 1, number + 1));
    return Array.from({ length: this.random.integer(0, 2) }, (): Statement => {
      if (this.random.chance(0.25)) {
        return this.failure(draw);
      }
      return this.#operationStatement(draw, (one) => one.inCallbacks);
    });
  }

  /** A generator starts no coroutines, and goes through later generators only: every program ends. */
  #generator(number: number): Statement[] {
    const callables = this.#callablesFrom(this.#coroutineCount, this.#callbackCount, number + 1);
    const around = { draw: this.#draw(callables), depth: 0, mayReturn: false, mayEmit: true };
    const body = this.#statements(around, 1);
    const emits = Array.from({ length: this.random.integer(1, 3) }, () =>
      this.random.chance(0.3) ? this.caught(this.#emit(), "any") : this.#emit(),
    );
    const failure = this.random.chance(0.15) ? [this.failure(around.draw)] : [];
    return [...this.#mixed(body, emits), ...failure];
  }

  #emit(): Statement {
    return { id: this.newId(), block: "emit", value: this.random.integer(0, 99) };
  }

  /** Two lists in one, each in its order. */
  #mixed(body: readonly Statement[], emits: readonly Statement[]): Statement[] {
    const mixed = [...body];
    const positions = emits.map(() => this.random.integer(0, body.length)).sort((one, other) => other - one);
    for (const [index, position] of positions.entries()) {
      mixed.splice(position, 0, emits[index] as Statement);
    }
    return mixed;
  }

  #statements(around: Surroundings, least: number): Statement[] {
    const length = this.random.integer(least, this.#size.statements);
    return Array.from({ length }, () => this.#statement(around)).flat();
  }

  #statement(around: Surroundings): Statement[] {
    const makers: [number, Maker][] = [[22, ({ draw }) => [this.#operationStatement(draw, () => true)]]];
    if (around.depth < this.#size.depth) {
      makers.push(...this.#blocks(around));
    }
    return this.random.weighted(makers)(around);
  }

  #blocks({ draw, mayEmit }: Surroundings): [number, Maker][] {
    const themed = (theme: Theme, weight: number) => (this.#themes.includes(theme) ? weight : weight * 0.08);
    return [
      [1.6, (around) => [this.#try(around)]],
      [0.7, (around) => [this.#repeat(around)]],
      [0.25, (around) => [this.failure(around.draw)]],
      [0.15, (around) => (around.mayReturn ? [{ id: this.newId(), block: "return", value: 7 }] : [])],
      [themed("timeouts", 3), (around) => [this.#timeout(around)]],
      [themed("groups", 5), (around) => [this.#group(around)]],
      [themed("locks", 3), (around) => [this.#with(around, around.draw.resource("lock"))]],
      [themed("semaphores", 2), (around) => [this.#with(around, around.draw.resource("semaphore"))]],
      [themed("conditions", 2), (around) => [this.#with(around, around.draw.resource("condition"))]],
      [themed("combinators", 2.5), (around) => [this.#asCompleted(around)]],
      [themed("exceptions", 8), (around) => [this.#tryStar(around)]],
      [draw.mayIterate ? themed("iteration", 9) : 0, (around) => [this.#asyncFor(around, draw.generator())]],
      [
        draw.mayIterate ? themed("iteration", 4) : 0,
        (around) => [this.#asyncFor(around, draw.slot("generators"))],
      ],
      [themed("streams", 2.5), (around) => [this.#asyncFor(around, draw.resource("reader"))]],
      [mayEmit ? 6 : 0, () => [this.#emit()]],
      ...idioms
        .filter(({ spawns, schedules }) => (!spawns || draw.mayCall) && (!schedules || draw.maySchedule))
        .map(({ theme, weight, make }): [number, Maker] => [
          themed(theme, weight),
          (around) => make(this, around.draw, () => this.body({ ...around, mayReturn: false })),
        ]),
    ];
  }

  #operationStatement(draw: Draw, suits: (definition: Definition) => boolean): Statement {
    const choices = definitions.filter((one) => suits(one) && draw.allows(one));
    const chosen = this.random.weighted(choices.map((one) => [this.#weight(one), one]));
    const item = { op: chosen.name, ...chosen.make(draw) };
    if (chosen.blocks) {
      return this.waiting(item, draw);
    }
    const catches = chosen.kind === "awaitable" && this.random.chance(0.3) ? "any" : "error";
    const operation = { id: this.newId(), ...item };
    return chosen.risky && this.random.chance(0.8) ? this.caught(operation, catches) : operation;
  }

  #weight({ theme, weight }: Definition): number {
    if (theme === "base") {
      return weight;
    }
    return this.#themes.includes(theme) ? weight * 1.4 : weight * 0.04;
  }

  #try(around: Surroundings): Statement {
    const catches = this.random.weighted<Catches>([
      [4, "cancelled"],
      [1, "timeout"],
      [1, "boom"],
      [1, "group"],
      [2, "error"],
      [2, "any"],
      [3, "nothing"],
    ]);
    return {
      id: this.newId(),
      block: "try",
      body: this.body(around),
      catches,
      handler: catches !== "nothing" && this.random.chance(0.5) ? this.body(around, 2) : [],
      reraise: this.random.chance(0.35),
      final:
        catches === "nothing" || this.random.chance(0.2) ? this.body({ ...around, mayReturn: false }, 2) : [],
    };
  }

  #repeat(around: Surroundings): Statement {
    return {
      id: this.newId(),
      block: "repeat",
      times: this.random.integer(2, 3),
      body: this.body(around, 2),
    };
  }

  #timeout(around: Surroundings): Statement {
    const { draw } = around;
    const absolute = this.random.chance(0.25);
    const into = draw.slot("scopes");
    const reschedule = () => this.caught(this.operation("scope.reschedule", draw, { on: into }));
    const body = this.body({ ...around, mayReturn: false });
    if (this.random.chance(0.25)) {
      body.unshift(reschedule());
    }
    if (this.random.chance(0.22)) {
      body.push(this.caught(this.operation("sleep", draw), "any"), reschedule());
    }
    const delay = absolute ? draw.delay() : draw.timeout();
    return this.#mostlyCaught({ id: this.newId(), block: "timeout", delay, absolute, into, body }, "timeout");
  }

  #group(around: Surroundings): Statement {
    const into = around.draw.slot("groups");
    const spawn = () => this.operation("spawn.group", around.draw, { group: into });
    const children = around.draw.mayCall ? Array.from({ length: this.random.integer(0, 3) }, spawn) : [];
    const body = this.random.chance(0.6) ? this.body({ ...around, mayReturn: false }, 2) : [];
    return this.#mostlyCaught(
      { id: this.newId(), block: "group", into, body: [...children, ...body] },
      "group",
    );
  }

  #with(around: Surroundings, on: string): Statement {
    return { id: this.newId(), block: "with", on, body: this.body({ ...around, mayReturn: false }) };
  }

  #asCompleted({ draw }: Surroundings): Statement {
    return {
      id: this.newId(),
      block: "as_completed",
      isAsync: this.random.chance(0.5),
      items: draw.items(1, 3),
      timeout: this.random.chance(0.6) ? draw.delay() : null,
      limit: this.random.chance(0.8) ? 9 : 1,
    };
  }

  #asyncFor(around: Surroundings, of: string): Statement {
    const loop: Statement = {
      id: this.newId(),
      block: "async_for",
      of,
      limit: this.random.chance(0.5) ? 9 : this.random.integer(1, 2),
      body: this.random.chance(0.6) ? this.body({ ...around, mayReturn: false }, 2) : [],
    };
    return this.#mostlyCaught(loop, "error");
  }

  /** Most of what it catches is thrown in a group, or else it would differ little from a plain `try`. */
  #tryStar(around: Surroundings): Statement {
    const inside = { ...around, mayReturn: false };
    const errors: ErrorName[] = [
      "Boom",
      "Boom",
      "CancelledError",
      "TimeoutError",
      "RuntimeError",
      "ValueError",
    ];
    const clauses = Array.from(
      { length: this.random.integer(1, 3) },
      (): StarClause => ({
        catches: this.random.pick(errors),
        handler: this.random.chance(0.3) ? this.body(inside, 2) : [],
        reraise: this.random.chance(0.25),
        raises: this.random.chance(0.2) ? around.draw.failure() : null,
      }),
    );
    const body = this.random.chance(0.7) ? [this.#failingGroup(inside)] : this.body(inside);
    return this.#mostlyCaught({ id: this.newId(), block: "try_star", body, clauses }, "group");
  }

  /** A group in which several things fail, also in a group of its own. */
  #failingGroup(around: Surroundings, depth = 0): Statement {
    const into = around.draw.slot("groups");
    const spawn = () => this.operation("spawn.group", around.draw, { group: into });
    const children = around.draw.mayCall ? Array.from({ length: this.random.integer(1, 4) }, spawn) : [];
    const inner = depth < 1 && this.random.chance(0.4) ? [this.#failingGroup(around, depth + 1)] : [];
    const failure = this.random.chance(0.5) ? [this.failure(around.draw)] : [];
    return { id: this.newId(), block: "group", into, body: [...children, ...inner, ...failure] };
  }

  #mostlyCaught(statement: Statement, catches: Catches): Statement {
    if (this.random.chance(0.25)) {
      return statement;
    }
    return this.caught(
      statement,
      this.random.weighted([
        [3, catches],
        [1, "error"],
        [1, "any"],
      ]),
    );
  }
}
