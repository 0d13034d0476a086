import type { Term } from "../term.ts";

export const ending = {
  cancellation: {
    en: {
      name: "cancellation",
      definition:
        "A request to end. It arrives as a CancelledError at the place where the task waits, travels like any exception, and lets the task clean up.",
      page: "cancellation",
    },
    "zh-cn": {
      name: "取消（cancellation）",
      definition:
        "要求任务结束的请求。它以 CancelledError 的形式在任务等待的地方抛出，像其他异常一样传播，任务可以趁机清理。",
      page: "cancellation",
    },
  },
  shield: {
    en: {
      name: "shield",
      definition:
        "A future placed between a waiter and a task, so that cancelling the waiter does not cancel the task.",
      page: "cancellation/#work-that-must-not-stop-halfway",
    },
    "zh-cn": {
      name: "shield",
      definition: "放在等待者与任务之间的一个 future，使得取消等待者时，任务不会跟着被取消。",
      page: "cancellation/#不能半途而废的工作",
    },
  },
  timeout: {
    en: {
      name: "timeout",
      definition:
        "A limit of time for a block of code. When it is reached the block is cancelled, and a TimeoutError comes out of it.",
      page: "time-limits/#timeout",
    },
    "zh-cn": {
      name: "超时（timeout）",
      definition: "给一段代码设的时限。时间一到，这段代码就被取消，并抛出 TimeoutError。",
      page: "time-limits/#timeout",
    },
  },
  "abort-signal": {
    en: {
      name: "AbortSignal",
      definition:
        "The object by which the web says that work is no longer wanted. Who does the work has to look at it or listen to it; it interrupts nothing by itself.",
      page: "abort-signals",
    },
    "zh-cn": {
      name: "AbortSignal",
      definition:
        "Web 平台用来表示“这件工作不再需要了”的对象。做事的代码要自己查看或监听它，它本身不会打断任何代码。",
      page: "abort-signals",
    },
  },
} satisfies Record<string, Term>;
