import type { Term } from "../term.ts";

export const coroutines = {
  generator: {
    en: {
      name: "generator",
      definition:
        "An object that runs a function piece by piece: each step runs it up to the next yield. It keeps its place and its variables in between.",
      page: "generators",
    },
    "zh-cn": {
      name: "生成器（generator）",
      definition: "分段运行一个函数的对象：每一步运行到下一个 yield。两步之间，执行到的位置和变量都会保留。",
      page: "generators",
    },
  },
  coroutine: {
    en: {
      name: "coroutine",
      definition:
        "What a call of a coroutine function gives: a computation that has not begun, can wait without keeping the thread, and runs when it is awaited or made a task. Here it is a generator.",
      page: "coroutines",
    },
    "zh-cn": {
      name: "协程（coroutine）",
      definition:
        "调用协程函数得到的对象：一段还没有开始的计算，等待时不占线程，被等待或成为任务之后才运行。在 asyncio-ts 里，它是一个生成器。",
      page: "coroutines",
    },
  },
  awaitable: {
    en: {
      name: "awaitable",
      definition:
        "Anything that can stand after yield*, in Python after await: a coroutine, a task or a future.",
      page: "coroutines/#a-future-beside-a-coroutine",
    },
    "zh-cn": {
      name: "可等待对象（awaitable）",
      definition: "可以放在 yield* 后面（Python 里是 await 后面）的对象：协程、任务或 future。",
      page: "coroutines/#future-与协程一起等",
    },
  },
  task: {
    en: {
      name: "task",
      definition:
        "A coroutine in the hands of the event loop, which runs it by itself. It is also a future, and holds the coroutine's result or exception in the end.",
      page: "tasks",
    },
    "zh-cn": {
      name: "任务（task）",
      definition: "交给事件循环去运行的协程。它同时也是 future，最后保存着协程的结果或异常。",
      page: "tasks",
    },
  },
  "eager-task": {
    en: {
      name: "eager task",
      definition:
        "A task whose coroutine runs up to its first wait while the task is being made, instead of in the loop's next iteration.",
      page: "tasks/#begin-at-once-eager-tasks",
    },
    "zh-cn": {
      name: "主动任务（eager task）",
      definition: "创建时就立刻运行到第一次等待处的任务，而不是等到循环的下一轮才开始。",
      page: "tasks/#立刻开始主动任务",
    },
  },
  colour: {
    en: {
      name: "colour of a function",
      definition:
        "Whether a function is plain or asynchronous. A plain function cannot await, so that one asynchronous function makes all of its callers asynchronous.",
      page: "use-it-sparingly/#the-colour-of-a-function",
    },
    "zh-cn": {
      name: "函数的颜色（colour）",
      definition:
        "函数是普通的还是异步的。普通函数不能等待，所以一个异步函数会让它的所有调用方都变成异步的。",
      page: "use-it-sparingly/#函数的颜色",
    },
  },
  "context-variable": {
    en: {
      name: "context variable",
      definition:
        "A variable with a value of its own for each line of work. A task begins with a copy of its maker's context, and what it sets is seen by nobody else.",
      page: "context",
    },
    "zh-cn": {
      name: "上下文变量（context variable）",
      definition:
        "在每条执行流里各有一个值的变量。任务开始时得到创建方上下文的一份副本，它设置的值在别处看不到。",
      page: "context",
    },
  },
  "async-function": {
    en: {
      name: "async function",
      definition:
        "A function of JavaScript that gives a promise. A call runs it at once, up to its first await; nobody outside can stop it.",
      page: "from-await-to-yield/#what-is-different-calling-does-not-begin",
    },
    "zh-cn": {
      name: "异步函数（async function）",
      definition: "返回 promise 的 JavaScript 函数。一调用就开始运行，直到第一个 await；从外部无法让它停下。",
      page: "from-await-to-yield/#区别在于调用了并没有开始",
    },
  },
  await: {
    en: {
      name: "await",
      definition:
        "Leaves an async function until a promise is settled, and goes on in a microtask. In a coroutine of asyncio-ts yield* takes its place, and leaves only if there is something to wait for.",
      page: "host-event-loop/#what-an-await-costs",
    },
    "zh-cn": {
      name: "await",
      definition:
        "离开异步函数，等 promise 敲定后，再在一个微任务里继续。在 asyncio-ts 的协程里对应的是 yield*，只有真的需要等待时才会离开。",
      page: "host-event-loop/#一个-await-的代价",
    },
  },
} satisfies Record<string, Term>;
