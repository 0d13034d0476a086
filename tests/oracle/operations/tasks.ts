import { define, member } from "../operation.ts";
import type { Argument } from "../program.ts";

/** Making tasks, and what can be asked of one. */
export const tasks = [
  define({
    name: "spawn",
    theme: "base",
    kind: "call",
    weight: 5,
    make: (draw) => ({
      into: draw.newTask(),
      coroutine: draw.coroutine(),
      name: draw.random.chance(0.5) ? { text: `worker ${draw.random.integer(1, 99)}` } : null,
      context: draw.context(),
    }),
    print: ({ coroutine, name, context }, { library, options }) =>
      `${library("create_task")}(${coroutine}()${options({
        name: name ?? undefined,
        context: context ?? undefined,
      })})`,
  }),
  define({
    name: "spawn.eager",
    theme: "tasks",
    kind: "call",
    weight: 7,
    inCallbacks: false,
    make: (draw) => ({ into: draw.newTask(), coroutine: draw.coroutine(), context: draw.context() }),
    print: ({ coroutine, context }, { name, options }) =>
      name === "python"
        ? `asyncio.Task(${coroutine}(), loop=loop, eager_start=True${options({ context: context ?? undefined })})`
        : `createTask(${coroutine}()${options({ eagerStart: true, context: context ?? undefined })})`,
  }),
  define({
    name: "set_task_factory",
    theme: "tasks",
    kind: "call",
    weight: 5,
    make: () => ({}),
    print: (_, { library, member }) => `loop.${member("set_task_factory")}(${library("eager_task_factory")})`,
  }),
  define({
    name: "spawn.group",
    theme: "groups",
    kind: "call",
    weight: 16,
    risky: true,
    make: (draw) => ({ into: draw.newTask(), group: draw.slot("groups"), coroutine: draw.coroutine() }),
    print: ({ group, coroutine }, language) => `${group}.${language.member("create_task")}(${coroutine}())`,
  }),
  member("task.cancel", {
    theme: "base",
    weight: 3,
    on: (draw) => draw.task(),
    args: (draw) => draw.cancelArguments(),
  }),
  define({
    name: "cancel itself",
    theme: "cancelling",
    kind: "call",
    weight: 2,
    inCallbacks: false,
    make: (draw) => ({ args: draw.cancelArguments() }),
    print: ({ args }, { library, values }) =>
      `${library("current_task")}().cancel(${values(args as Argument[])})`,
  }),
  define({
    name: "uncancel itself",
    theme: "cancelling",
    kind: "call",
    weight: 2,
    inCallbacks: false,
    make: () => ({}),
    print: (_, { library }) => `${library("current_task")}().uncancel()`,
  }),
  define({
    name: "cancelling itself",
    theme: "cancelling",
    kind: "call",
    weight: 3,
    inCallbacks: false,
    make: () => ({}),
    print: (_, { library }) => `${library("current_task")}().cancelling()`,
  }),
  member("task.uncancel", { theme: "cancelling", weight: 3.5, on: (draw) => draw.task() }),
  member("task.cancelling", { theme: "cancelling", weight: 5, on: (draw) => draw.task() }),
  member("task.get_name", { theme: "tasks", weight: 4, on: (draw) => draw.task() }),
  member("task.set_name", {
    theme: "tasks",
    weight: 4.5,
    on: (draw) => draw.newTask(),
    args: (draw) => [{ text: `renamed ${draw.number()}` }],
  }),
  member("task.set_result", {
    theme: "tasks",
    weight: 5,
    risky: true,
    on: (draw) => draw.newTask(),
    args: (draw) => [draw.number()],
  }),
  member("future.done", { theme: "futures", weight: 4, on: (draw) => draw.anyFuture() }),
  member("future.cancelled", { theme: "futures", weight: 4, on: (draw) => draw.anyFuture() }),
  member("future.result", { theme: "futures", weight: 6, risky: true, on: (draw) => draw.anyFuture() }),
  member("future.exception", { theme: "futures", weight: 6, risky: true, on: (draw) => draw.anyFuture() }),
  define({
    name: "current_task",
    theme: "tasks",
    kind: "call",
    weight: 3.2,
    make: () => ({}),
    print: (_, { library }) => `${library("current_task")}()`,
  }),
  define({
    name: "all_tasks",
    theme: "tasks",
    kind: "call",
    weight: 3.2,
    make: () => ({}),
    print: (_, { library }) => `unordered(${library("all_tasks")}())`,
  }),
];
