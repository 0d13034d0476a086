import type { Draw } from "./draw.ts";
import type { Item, Statement } from "./program.ts";
import type { StatementMaker } from "./statement-maker.ts";
import type { Theme } from "./theme.ts";

/** A few statements that belong together: chance alone would seldom put them side by side. */
export interface Idiom {
  theme: Theme;
  weight: number;
  /** Does it start coroutines? */
  spawns?: boolean;
  /** Does it schedule callbacks? */
  schedules?: boolean;
  make(generator: StatementMaker, draw: Draw, body: () => Statement[]): Statement[];
}

/** Something to wait for in the background, and what ends the wait. */
interface Wait {
  theme: Theme;
  weight: number;
  /** What to do first, so that there is something to wait for. */
  before?: string[];
  waits: string[];
  pokes: string[];
  /** What to do right after the poke. */
  after?: string[];
}

const waits: Wait[] = [
  {
    theme: "locks",
    weight: 2,
    before: ["lock.acquire"],
    waits: ["lock.acquire"],
    pokes: ["lock.release"],
    after: ["lock.release"],
  },
  {
    theme: "events",
    weight: 3,
    before: ["event.clear"],
    waits: ["event.wait"],
    pokes: ["event.set"],
    after: ["event.clear"],
  },
  { theme: "semaphores", weight: 2, waits: ["semaphore.acquire"], pokes: ["semaphore.release"] },
  {
    theme: "barriers",
    weight: 4,
    waits: ["barrier.wait"],
    pokes: ["barrier.reset", "barrier.abort", "barrier.wait"],
  },
  { theme: "queues", weight: 5, waits: ["queue.get"], pokes: ["queue.put_nowait", "queue.shutdown"] },
  {
    theme: "queues",
    weight: 5,
    before: ["queue.put_nowait"],
    waits: ["queue.put"],
    pokes: ["queue.get_nowait", "queue.shutdown"],
  },
  {
    theme: "streams",
    weight: 3,
    waits: ["reader.read", "reader.readline", "reader.readexactly", "reader.readuntil"],
    pokes: ["reader.feed_data", "reader.feed_data", "reader.feed_eof", "reader.set_exception"],
  },
];

/** Starts waiters, lets them wait, wakes them, and mostly cancels them before they know. */
function pokeIdiom({ theme, weight, before = [], waits, pokes, after = [] }: Wait): Idiom {
  return {
    theme,
    weight,
    make(generator, draw) {
      const { random } = generator;
      const into = draw.slot("outers");
      const first = generator.operation(random.pick(waits), draw);
      const on = first.on as string;
      const same = (name: string) => generator.operation(name, draw, { on });
      const items = [first, ...(random.chance(0.6) ? [same(random.pick(waits))] : [])];
      const attempt = (name: string) => generator.attempt(same(name), draw);
      const poke = () => attempt(random.pick(pokes));
      const steps = [
        [poke()],
        [poke(), generator.operation("future.cancel", draw, { on: into })],
        [poke(), generator.operation("pause", draw), poke()],
      ];
      return [
        ...before.map(attempt),
        generator.operation("gather.start", draw, { into, items }),
        ...Array.from({ length: random.integer(1, 2) }, () => generator.operation("pause", draw)),
        ...random.pick(steps),
        ...after.map(attempt),
        generator.waiting({ op: "await outer", of: into }, draw),
      ];
    },
  };
}

/** Two wait, one is woken and cancelled before it knows: what it was given must reach the other. */
function handOverIdiom({ theme, weight, before = [], waits, pokes }: Wait): Idiom {
  return {
    theme,
    weight: weight / 2,
    make(generator, draw) {
      const { random } = generator;
      const first = generator.operation(random.pick(waits), draw);
      const same = (name: string) => generator.operation(name, draw, { on: first.on as string });
      const attempt = (name: string) => generator.attempt(same(name), draw);
      return [
        ...before.map(attempt),
        generator.operation("gather.start", draw, { into: "outers[0]", items: [first] }),
        generator.operation("gather.start", draw, { into: "outers[1]", items: [same(random.pick(waits))] }),
        generator.operation("pause", draw),
        generator.operation("pause", draw),
        attempt(random.pick(pokes)),
        generator.operation("future.cancel", draw, { on: "outers[0]" }),
        generator.waiting({ op: "await outer", of: "outers[1]" }, draw),
      ];
    },
  };
}

/** What a task does when it is cancelled: rather than end, it fails. */
function failsWhenCancelled(generator: StatementMaker, draw: Draw): Statement {
  const waiting = generator.caught(generator.operation("sleep", draw, { args: [draw.random.integer(2, 9)] }));
  return { ...waiting, catches: "cancelled", handler: [generator.failure(draw)] } as Statement;
}

export const idioms: readonly Idiom[] = [
  ...waits.map(pokeIdiom),
  ...waits.map(handOverIdiom),
  {
    // 0.1 + 0.2 is a little more than 0.3: both are due in the same iteration all the same.
    theme: "timeouts",
    weight: 1.5,
    make(generator, draw) {
      const into = draw.slot("outers");
      const sleep = (delay: number) => generator.operation("sleep", draw, { args: [delay] });
      const items = [{ op: "sleep", args: [0.3] }];
      const isDone = generator.operation("future.done", draw, { on: into });
      return [generator.operation("gather.start", draw, { into, items }), sleep(0.1), sleep(0.2), isDone];
    },
  },
  {
    theme: "queues",
    weight: 1.5,
    make(generator, draw) {
      const on = draw.resource("queue");
      const several = (name: string) =>
        Array.from({ length: 5 }, () => generator.caught(generator.operation(name, draw, { on })));
      return [...several("queue.put_nowait"), ...several("queue.get_nowait")];
    },
  },
  {
    theme: "tasks",
    weight: 2.5,
    spawns: true,
    schedules: true,
    make(generator, draw) {
      const into = draw.newTask();
      const spawn = generator.operation("spawn", draw, { into });
      const done = generator.waiting({ op: "await task", of: into }, draw);
      const item: Item = { op: "await task", of: into };
      const use = generator.random.pick([
        () => generator.operation("wait_for", draw, { of: item, timeout: 0 }),
        () => generator.operation("shield", draw, { of: item }),
        () => generator.operation("gather", draw, { items: [...draw.items(0, 1), item] }),
        () => generator.operation("future.add_done_callback", draw, { on: into }),
      ]);
      return [spawn, done, generator.caught(use())];
    },
  },
  {
    theme: "combinators",
    weight: 3,
    spawns: true,
    make(generator, draw) {
      const into = draw.newTask();
      const spawn = generator.operation("spawn", draw, { into });
      const futures = [into, { op: "create_task", coroutine: draw.coroutine() }];
      const returnWhen = generator.random.pick(["FIRST_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION"]);
      const wait = generator.operation("wait", draw, { futures, returnWhen });
      return [spawn, generator.caught(wait)];
    },
  },
  {
    theme: "combinators",
    weight: 2,
    spawns: true,
    make(generator, draw) {
      const future = draw.slot("futures");
      const fail = generator.operation("future.set_exception", draw, { on: future });
      const futures = [future, { op: "create_task", coroutine: draw.coroutine() }];
      const wait = generator.operation("wait", draw, { futures, returnWhen: "FIRST_EXCEPTION" });
      return [generator.caught(fail), generator.caught(wait)];
    },
  },
  {
    theme: "combinators",
    weight: 3.5,
    make(generator, draw) {
      const into = draw.slot("outers");
      const combine = generator.random.pick(["gather.start", "shield.start"]);
      const start = generator.operation(combine, draw, { into });
      const cancel = generator.operation("future.cancel", draw, { on: into });
      const wait = generator.waiting({ op: "await outer", of: into }, draw);
      return [start, generator.operation("pause", draw), cancel, wait];
    },
  },
  {
    theme: "timeouts",
    weight: 1.5,
    make(generator, draw) {
      const scope: Statement = {
        id: generator.newId(),
        block: "timeout",
        delay: draw.random.integer(0, 6) / 4,
        absolute: false,
        into: draw.slot("scopes"),
        body: [failsWhenCancelled(generator, draw)],
      };
      return [generator.caught(scope)];
    },
  },
  {
    theme: "groups",
    weight: 7,
    spawns: true,
    make(generator, draw) {
      const into = draw.slot("groups");
      const spawn = () => generator.operation("spawn.group", draw, { group: into });
      const waiting = generator.caught(generator.operation("sleep", draw), "any");
      const refused: Statement = { ...waiting, handler: [generator.caught(spawn())] } as Statement;
      const failing = failsWhenCancelled(generator, draw);
      const pause = generator.operation("pause", draw);
      const end = generator.random.pick([[refused], [failing], [pause, pause, generator.failure(draw)]]);
      const body = [spawn(), spawn(), ...end];
      return [generator.caught({ id: generator.newId(), block: "group", into, body }, "error")];
    },
  },
  {
    theme: "conditions",
    weight: 9,
    make(generator, draw) {
      const on = draw.resource("condition");
      const wait = generator.operation("wait_for", draw, { of: { op: "condition.wait", on }, timeout: 1.5 });
      const notify = generator.operation("condition.notify_all", draw, { on });
      const holding = generator.operation("sleep", draw, { args: [2] });
      const body = generator.random.pick([[generator.caught(wait)], [notify, holding]]);
      return [{ id: generator.newId(), block: "with", on, body }];
    },
  },
  {
    theme: "queues",
    weight: 2.5,
    make(generator, draw) {
      const on = draw.resource("queue");
      const put = generator.caught(generator.operation("queue.put_nowait", draw, { on }));
      const join = generator.waiting({ op: "queue.join", on }, draw);
      return [put, join, generator.caught(generator.operation("queue.task_done", draw, { on }))];
    },
  },
  {
    theme: "combinators",
    weight: 2.5,
    spawns: true,
    make(generator, draw) {
      const failing = { op: "call", coroutine: draw.coroutine() };
      const shield = generator.operation("shield", draw, { of: failing });
      return [generator.caught(shield, "any")];
    },
  },
  {
    theme: "timeouts",
    weight: 2,
    make(generator, draw) {
      const scope: Statement = {
        id: generator.newId(),
        block: "timeout",
        delay: draw.random.integer(0, 4) / 4,
        absolute: false,
        into: draw.slot("scopes"),
        body: [generator.operation("cancel itself", draw), generator.operation("sleep", draw)],
      };
      const swallow = generator.caught(generator.operation("sleep", draw), "cancelled");
      return [generator.caught({ ...scope, body: [swallow, ...scope.body] }, "any")];
    },
  },
  {
    theme: "callbacks",
    weight: 4,
    schedules: true,
    make(generator, draw) {
      const into = draw.slot("handles");
      const name = generator.random.pick(["call_soon", "call_later", "call_at"]);
      const on = { on: into };
      return [
        generator.operation(name, draw, { into }),
        ...(generator.random.chance(0.4) ? [generator.operation("pause", draw)] : []),
        generator.operation("handle.cancel", draw, on),
        generator.operation("handle.cancelled", draw, on),
      ];
    },
  },
  {
    theme: "contexts",
    weight: 3,
    schedules: true,
    make(generator, draw) {
      const into = draw.slot("contexts");
      const copy = generator.operation("copy_context", draw, { into });
      const enter = generator.operation("context.run", draw, { on: into });
      if (!draw.mayCall || generator.random.chance(0.5)) {
        return [copy, generator.operation("var.set", draw), generator.caught(enter)];
      }
      const spawn = generator.random.pick(["spawn", "spawn.eager"]);
      return [
        copy,
        generator.caught(generator.operation(spawn, draw, { context: into })),
        generator.caught(enter),
      ];
    },
  },
  {
    theme: "groups",
    weight: 24,
    spawns: true,
    make(generator, draw) {
      const spawn = () => generator.caught(generator.operation("spawn.group", draw));
      const waiting = generator.caught(generator.operation("sleep", draw), "cancelled");
      const whenCancelled: Statement = { ...waiting, handler: [spawn()], reraise: true } as Statement;
      return generator.random.pick([[generator.operation("pause", draw), spawn()], [whenCancelled]]);
    },
  },
  {
    theme: "semaphores",
    weight: 7,
    make(generator, draw) {
      const on = draw.resource("semaphore");
      const acquire = () => generator.waiting({ op: "semaphore.acquire", on }, draw);
      const release = () => generator.operation("semaphore.release", draw, { on });
      return [acquire(), generator.operation("pause", draw), release(), acquire(), release()];
    },
  },
  {
    theme: "cancelling",
    weight: 1.5,
    make: (generator, draw) => [failsWhenCancelled(generator, draw)],
  },
  {
    theme: "conditions",
    weight: 2,
    make(generator, draw) {
      const on = draw.resource("condition");
      const notify = generator.operation("condition.notify_all", draw, { on });
      const cancel = generator.operation("task.cancel", draw);
      const body = [notify, generator.operation("pause", draw), generator.operation("pause", draw), cancel];
      return [
        {
          id: generator.newId(),
          block: "with",
          on,
          body: [...body, generator.operation("sleep", draw, { args: [2] })],
        },
      ];
    },
  },
  {
    theme: "streams",
    weight: 3,
    make(generator, draw) {
      const on = draw.resource("reader");
      const feed = () => generator.caught(generator.operation("reader.feed_data", draw, { on }));
      const name = draw.random.pick(["reader.readline", "reader.readuntil", "reader.readexactly"]);
      const read = generator.operation(name, draw, { on });
      const eof = generator.operation("reader.feed_eof", draw, { on });
      return [feed(), feed(), ...(draw.random.chance(0.4) ? [eof] : []), generator.waiting(read, draw)];
    },
  },
  {
    theme: "cancelling",
    weight: 2,
    spawns: true,
    make(generator, draw) {
      const into = draw.newTask();
      const spawn = generator.operation("spawn", draw, { into });
      const pause = generator.operation("sleep", draw);
      const cancel = generator.operation("task.cancel", draw, { on: into });
      const wait = generator.caught(generator.operation("await task", draw, { of: into }), "any");
      return generator.random.pick([
        [spawn, cancel, wait],
        [spawn, pause, cancel, wait],
        [spawn, generator.operation("pause", draw), cancel, wait],
        [spawn, pause, cancel, generator.operation("task.cancel", draw, { on: into }), wait],
      ]);
    },
  },
  {
    theme: "cancelling",
    weight: 2.5,
    make(generator, draw, body) {
      const cancel = generator.operation("cancel itself", draw);
      const uncancel = generator.operation("uncancel itself", draw);
      const swallow = generator.caught(generator.operation("sleep", draw), "cancelled");
      return generator.random.pick([
        [cancel, swallow, uncancel],
        [cancel, uncancel, ...body()],
        [cancel],
        [cancel],
      ]);
    },
  },
  {
    theme: "locks",
    weight: 1.5,
    make(generator, draw, body) {
      const on = draw.resource("lock");
      const acquire = generator.operation("lock.acquire", draw, { on });
      const release = generator.operation("lock.release", draw, { on });
      return [
        acquire,
        { ...generator.caught(release, "nothing"), body: body(), final: [release] } as Statement,
      ];
    },
  },
  {
    theme: "conditions",
    weight: 3,
    make(generator, draw) {
      const on = draw.resource("condition");
      const wait = generator.waiting({ op: "condition.wait", on }, draw);
      return [{ id: generator.newId(), block: "with", on, body: [wait] }];
    },
  },
  {
    theme: "conditions",
    weight: 2.5,
    make(generator, draw) {
      const on = draw.resource("condition");
      const notify = generator.operation("condition.notify", draw, { on, args: [draw.random.integer(1, 2)] });
      const cancel = generator.operation("task.cancel", draw);
      const notifyAll = generator.operation("condition.notify_all", draw, { on });
      const body = generator.random.pick([[notify], [notify, cancel], [notifyAll]]);
      return [{ id: generator.newId(), block: "with", on, body }];
    },
  },
  {
    theme: "conditions",
    weight: 1,
    make(generator, draw) {
      const on = draw.resource("condition");
      const event = draw.resource("event");
      const set = generator.operation("event.set", draw, { on: event });
      const notify = generator.operation("condition.notify_all", draw, { on });
      const wait = generator.waiting({ op: "condition.wait_for", on, event }, draw);
      const body = generator.random.pick([[wait], [set, notify]]);
      return [{ id: generator.newId(), block: "with", on, body }];
    },
  },
  {
    theme: "semaphores",
    weight: 2,
    make(generator, draw) {
      const on = draw.resource("semaphore");
      const acquire = generator.waiting({ op: "semaphore.acquire", on }, draw);
      return [
        acquire,
        generator.operation("sleep", draw),
        generator.operation("semaphore.release", draw, { on }),
      ];
    },
  },
  {
    theme: "semaphores",
    weight: 2.5,
    make(generator, draw) {
      const on = draw.resource("bounded");
      const acquire = generator.waiting({ op: "bounded.acquire", on }, draw);
      const release = generator.caught(generator.operation("bounded.release", draw, { on }));
      return [acquire, generator.operation("sleep", draw), release];
    },
  },
  {
    theme: "queues",
    weight: 2,
    make(generator, draw) {
      const on = draw.resource("queue");
      const get = generator.waiting({ op: "queue.get", on }, draw);
      const done = generator.caught(generator.operation("queue.task_done", draw, { on }));
      const body = [get, generator.operation("sleep", draw), done];
      return [{ id: generator.newId(), block: "repeat", times: draw.random.integer(2, 3), body }];
    },
  },
  {
    theme: "queues",
    weight: 2,
    make(generator, draw) {
      const put = generator.waiting(
        { op: "queue.put", on: draw.resource("queue"), args: [draw.queueItem()] },
        draw,
      );
      return [{ id: generator.newId(), block: "repeat", times: draw.random.integer(2, 3), body: [put] }];
    },
  },
  {
    theme: "events",
    weight: 1.5,
    make(generator, draw) {
      const on = draw.resource("event");
      return [
        generator.operation("event.set", draw, { on }),
        generator.operation("event.clear", draw, { on }),
      ];
    },
  },
  {
    theme: "barriers",
    weight: 2,
    make(generator, draw) {
      const wait = generator.waiting({ op: "barrier.wait", on: draw.resource("barrier") }, draw);
      return [{ id: generator.newId(), block: "repeat", times: 2, body: [wait] }];
    },
  },
  {
    theme: "streams",
    weight: 1.5,
    make(generator, draw) {
      const on = draw.resource("reader");
      const feed = generator.caught(generator.operation("reader.feed_data", draw, { on }));
      const body = [feed, generator.operation("sleep", draw)];
      const repeat: Statement = {
        id: generator.newId(),
        block: "repeat",
        times: draw.random.integer(2, 3),
        body,
      };
      return draw.random.chance(0.5)
        ? [repeat, generator.operation("reader.feed_eof", draw, { on })]
        : [repeat];
    },
  },
  {
    theme: "tasks",
    weight: 1.5,
    make(generator, draw) {
      const body = [generator.operation("pause", draw)];
      return [{ id: generator.newId(), block: "repeat", times: draw.random.integer(2, 5), body }];
    },
  },
  {
    theme: "futures",
    weight: 2,
    make(generator, draw) {
      const of = draw.slot("futures");
      const set = generator.operation("future.set_result", draw, { on: of });
      const fail = generator.operation("future.set_exception", draw, { on: of });
      const wait = generator.waiting({ op: "await future", of }, draw);
      return generator.random.pick([[generator.caught(set)], [generator.caught(fail)], [wait]]);
    },
  },
  {
    theme: "contexts",
    weight: 2,
    make(generator, draw, body) {
      const on = draw.resource("var");
      const into = draw.slot("tokens");
      const set = generator.operation("var.set", draw, { on, into });
      const reset = generator.caught(generator.operation("var.reset", draw, { on, args: [into] }));
      return [set, ...body(), reset, generator.operation("var.get", draw, { on })];
    },
  },
];
