import type { Term } from "../term.ts";

export const results = {
  future: {
    en: {
      name: "future",
      definition:
        "The result of work that may not have happened yet: a value, an exception or a cancellation. It is set once, and has no code of its own.",
      page: "futures",
    },
    "zh-cn": {
      name: "future",
      definition:
        "一项可能尚未完成的工作的结果：一个值、一个异常，或者一次取消。它只能设置一次，自己不含代码。",
      page: "futures",
    },
  },
  promise: {
    en: {
      name: "promise",
      definition:
        "JavaScript's own stand-in for a result that is not there yet. It can be awaited, but neither cancelled nor asked whether it is settled.",
      page: "futures/#future-against-promise",
    },
    "zh-cn": {
      name: "promise",
      definition:
        "JavaScript 自带的、代表尚未到来的结果的对象。它可以等待，但不能取消，也无法查询它是否已经敲定（settled）。",
      page: "futures/#future-与-promise-对照",
    },
  },
  thenable: {
    en: {
      name: "thenable",
      definition:
        "An object with a method then. It can be awaited as a promise can; to await one that is no native promise takes one microtask more, in which its then is called.",
      page: "host-event-loop/#what-an-await-costs",
    },
    "zh-cn": {
      name: "thenable",
      definition:
        "带有 then 方法的对象。它可以像 promise 一样等待；如果不是原生的 promise，等待它要多用一个微任务，用来调用它的 then。",
      page: "host-event-loop/#一个-await-的代价",
    },
  },
  "exception-handler": {
    en: {
      name: "exception handler",
      definition:
        "A function of the event loop for errors that reach no coroutine: those of callbacks, and those of tasks that nobody looked at.",
      page: "tasks/#the-exception-that-nobody-looked-at",
    },
    "zh-cn": {
      name: "异常处理器（exception handler）",
      definition:
        "事件循环上的一个函数，专门处理到不了任何协程的错误：回调的错误，以及无人查看的任务的错误。",
      page: "tasks/#无人查看的异常",
    },
  },
  "unhandled-rejection": {
    en: {
      name: "unhandled rejection",
      definition:
        "A promise that has failed and has no handler when the microtasks have run. The host reports it; Node ends the program.",
      page: "errors/#what-the-host-does",
    },
    "zh-cn": {
      name: "未处理的拒绝（unhandled rejection）",
      definition: "promise 已经失败，而微任务运行完时还没有处理程序。宿主会报告它，Node 会因此结束程序。",
      page: "errors/#宿主怎么处理",
    },
  },
} satisfies Record<string, Term>;
