import type { Language } from "../language.ts";
import { define } from "../operation.ts";
import type { Argument, Item } from "../program.ts";

function printGather({ items, gathersErrors }: Item, { library, values, options, name }: Language): string {
  const list = values(items as Item[]);
  if (!gathersErrors) {
    return `${library("gather")}(${list})`;
  }
  const chosen = options({ return_exceptions: true });
  if (name === "typescript") {
    return `${library("gather")}([${list}]${chosen})`;
  }
  return `${library("gather")}(${list === "" ? chosen.slice(2) : list + chosen})`;
}

/** What tasks wait for, and the functions that combine awaitables. */
export const waiting = [
  define({
    name: "sleep",
    theme: "base",
    kind: "awaitable",
    weight: 6,
    make: (draw) => ({ args: draw.random.chance(0.3) ? [draw.delay(), draw.number()] : [draw.delay()] }),
    print: ({ args }, { library, values }) => `${library("sleep")}(${values(args as Argument[])})`,
  }),
  define({
    name: "pause",
    theme: "base",
    kind: "awaitable",
    weight: 2,
    make: () => ({}),
    print: () => "pause()",
  }),
  define({
    name: "call",
    theme: "base",
    kind: "awaitable",
    weight: 2,
    make: (draw) => ({ coroutine: draw.coroutine() }),
    print: ({ coroutine }) => `${coroutine}()`,
  }),
  define({
    name: "await task",
    theme: "base",
    blocks: true,
    kind: "awaitable",
    weight: 3,
    risky: true,
    make: (draw) => ({ of: draw.random.chance(0.02) ? "tasks[0]" : draw.newTask() }),
    print: ({ of }) => `${of}`,
  }),
  define({
    name: "await future",
    theme: "futures",
    blocks: true,
    kind: "awaitable",
    weight: 4,
    risky: true,
    make: (draw) => ({ of: draw.slot("futures") }),
    print: ({ of }) => `${of}`,
  }),
  define({
    name: "await outer",
    theme: "combinators",
    blocks: true,
    kind: "awaitable",
    weight: 2.4,
    risky: true,
    make: (draw) => ({ of: draw.slot("outers") }),
    print: ({ of }) => `${of}`,
  }),
  define({
    name: "await itself",
    theme: "tasks",
    kind: "awaitable",
    weight: 3.5,
    risky: true,
    make: () => ({}),
    print: (_, { library }) => `${library("current_task")}()`,
  }),
  define({
    name: "create_task",
    theme: "tasks",
    kind: "awaitable",
    risky: true,
    make: (draw) => ({ coroutine: draw.coroutine() }),
    print: ({ coroutine }, { library }) => `${library("create_task")}(${coroutine}())`,
  }),
  define({
    name: "ensure_future",
    theme: "tasks",
    kind: "awaitable",
    weight: 3.5,
    risky: true,
    make: (draw) => ({ of: draw.item() }),
    print: ({ of }, { library, value }) => `${library("ensure_future")}(${value(of as Item)})`,
  }),
  define({
    name: "gather",
    theme: "combinators",
    kind: "awaitable",
    weight: 4,
    risky: true,
    make: (draw) => ({ items: draw.items(0, 4), gathersErrors: draw.random.chance(0.4) }),
    print: printGather,
  }),
  define({
    name: "gather.twice",
    theme: "combinators",
    kind: "awaitable",
    weight: 2.4,
    risky: true,
    make: (draw) => ({ of: draw.item() }),
    print: ({ of }, { library, value, name }) =>
      name === "python"
        ? `${library("gather")}(*[${value(of as Item)}] * 2)`
        : `${library("gather")}(...Array(2).fill(${value(of as Item)}))`,
  }),
  define({
    name: "gather.start",
    theme: "combinators",
    kind: "call",
    weight: 2,
    inCallbacks: false,
    make: (draw) => ({
      into: draw.slot("outers"),
      items: draw.items(1, 3),
      gathersErrors: draw.random.chance(0.5),
    }),
    print: printGather,
  }),
  define({
    name: "shield",
    theme: "combinators",
    kind: "awaitable",
    weight: 5,
    risky: true,
    make: (draw) => ({ of: draw.item() }),
    print: ({ of }, { library, value }) => `${library("shield")}(${value(of as Item)})`,
  }),
  define({
    name: "shield.start",
    theme: "combinators",
    kind: "call",
    weight: 2.4,
    inCallbacks: false,
    make: (draw) => ({ into: draw.slot("outers"), of: draw.item() }),
    print: ({ of }, { library, value }) => `${library("shield")}(${value(of as Item)})`,
  }),
  define({
    name: "wait_for",
    theme: "timeouts",
    kind: "awaitable",
    weight: 5,
    risky: true,
    make: (draw) => ({ of: draw.item(), timeout: draw.random.chance(0.32) ? 0 : draw.timeout() }),
    print: ({ of, timeout }, { library, values }) =>
      `${library("wait_for")}(${values([of as Item, timeout as number | null])})`,
  }),
  define({
    name: "wait",
    theme: "combinators",
    kind: "awaitable",
    weight: 4,
    risky: true,
    make: (draw) => ({
      futures: Array.from({ length: draw.random.chance(0.03) ? 0 : draw.random.integer(1, 4) }, () =>
        draw.mayCall && draw.random.chance(0.5)
          ? { op: "create_task", coroutine: draw.coroutine() }
          : draw.anyFuture(),
      ),
      timeout: draw.random.chance(0.45) ? draw.delay() : null,
      returnWhen: draw.random.pick(["ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION"]),
    }),
    print: ({ futures, timeout, returnWhen }, { library, values, options }) =>
      `${library("wait")}([${values(futures as Argument[])}]${options({
        timeout: timeout ?? undefined,
        return_when: returnWhen === "ALL_COMPLETED" ? undefined : library(`${returnWhen}`),
      })})`,
  }),
];
