import type { Term } from "../term.ts";

export const loop = {
  "event-loop": {
    en: {
      name: "event loop",
      definition:
        "What decides which callback runs next. It runs the callbacks that are ready, one after the other on one thread, and sleeps until a timer is due or something comes in from outside.",
      page: "event-loop",
    },
    "zh-cn": {
      name: "事件循环（event loop）",
      definition:
        "负责决定接下来运行哪个回调的机制。它在一个线程上一个接一个地运行就绪的回调；没有就绪的就休眠，直到有定时器到期，或者有外部事件到来。",
      page: "event-loop",
    },
  },
  iteration: {
    en: {
      name: "iteration",
      definition:
        "Once around the event loop: it runs the handles that are in the ready queue when the iteration begins. What they schedule runs in the next iteration.",
      page: "event-loop/#one-iteration",
    },
    "zh-cn": {
      name: "一轮循环（iteration）",
      definition: "事件循环转一圈：运行这一轮开始时就绪队列里的句柄。它们新调度的回调在下一轮运行。",
      page: "event-loop/#一轮循环",
    },
  },
  callback: {
    en: {
      name: "callback",
      definition:
        "A function that is handed over now and called later, by the event loop or by a library, when what it waits for has happened.",
      page: "event-loop/#soon-later-at",
    },
    "zh-cn": {
      name: "回调（callback）",
      definition: "现在交出去、以后才被调用的函数。所等的事情一发生，就由事件循环或某个库来调用它。",
      page: "event-loop/#尽快稍后定时",
    },
  },
  handle: {
    en: {
      name: "handle",
      definition:
        "What callSoon, callLater and callAt give back: it stands for one scheduled call, and its cancel() makes sure that the call never happens.",
      page: "event-loop/#soon-later-at",
    },
    "zh-cn": {
      name: "句柄（handle）",
      definition:
        "callSoon、callLater 和 callAt 的返回值：代表一次已调度的调用，它的 cancel() 保证这次调用不会发生。",
      page: "event-loop/#尽快稍后定时",
    },
  },
  "ready-queue": {
    en: {
      name: "ready queue",
      definition: "The line of handles that can run. Who joins it first runs first.",
      page: "event-loop/#one-iteration",
    },
    "zh-cn": {
      name: "就绪队列（ready queue）",
      definition: "可以运行的句柄排成的队列。先进入的先运行。",
      page: "event-loop/#一轮循环",
    },
  },
  "timer-heap": {
    en: {
      name: "timer heap",
      definition:
        "The timers of a loop that have not fired, ordered so that the earliest deadline is on top. A timer that is due moves to the end of the ready queue.",
      page: "event-loop/#one-iteration",
    },
    "zh-cn": {
      name: "定时器堆（timer heap）",
      definition: "循环里还没有触发的定时器，最早的截止时间在堆顶。到期的定时器移到就绪队列的末尾。",
      page: "event-loop/#一轮循环",
    },
  },
  step: {
    en: {
      name: "step",
      definition:
        "One stretch of a task without interruption: from the place where it was woken to the next place where it waits, or to its end.",
      page: "tasks/#a-task-begins-in-the-next-iteration",
    },
    "zh-cn": {
      name: "一步（step）",
      definition: "任务一口气运行的一段：从被唤醒处到下一个等待处，或者到结束。",
      page: "tasks/#任务从下一轮开始",
    },
  },
  deadline: {
    en: {
      name: "deadline",
      definition:
        "A moment on the loop's clock, in seconds, at which a timer fires or a timeout ends. Unlike a duration it does not stretch when it is handed from step to step.",
      page: "time-limits/#timeoutat",
    },
    "zh-cn": {
      name: "截止时间（deadline）",
      definition:
        "循环时钟上的一个时刻，以秒计；到了这一刻，定时器触发，或者时限到期。与时长不同，一步步往下传递时，它不会变长。",
      page: "time-limits/#timeoutat",
    },
  },
  host: {
    en: {
      name: "host",
      definition:
        "What a program runs in: a browser, Node, Deno or Bun. It has an event loop of its own, the timers, the network and the files; the language itself has none of these.",
      page: "host-event-loop",
    },
    "zh-cn": {
      name: "宿主（host）",
      definition:
        "运行程序的环境：浏览器、Node、Deno 或 Bun。它有自己的事件循环，也提供定时器、网络和文件；这些都不属于语言本身。",
      page: "host-event-loop",
    },
  },
  microtask: {
    en: {
      name: "microtask",
      definition:
        "A job of the host's own loop that runs as soon as the current code has ended, before timers, input and painting. Everything after an await of a promise is one.",
      page: "event-loop/#one-iteration",
    },
    "zh-cn": {
      name: "微任务（microtask）",
      definition:
        "宿主循环里的一种作业：当前代码一结束就运行，先于定时器、输入和绘制。等待 promise 之后的代码就是微任务。",
      page: "event-loop/#一轮循环",
    },
  },
  macrotask: {
    en: {
      name: "macrotask",
      definition:
        "The everyday name of what the HTML specification calls a task: a timer, a click, a message. The host takes one at a time, and empties the queue of microtasks after each of its callbacks.",
      page: "event-loop/#awaiting-is-not-giving-way",
    },
    "zh-cn": {
      name: "宏任务（macrotask）",
      definition:
        "HTML 规范所说的 task 的俗称：一个定时器、一次点击、一条消息。宿主每次取一个，每运行完它的一个回调，就清空微任务队列。",
      page: "event-loop/#等待不等于让出",
    },
  },
  runner: {
    en: {
      name: "runner",
      definition:
        "The way from ordinary code into the event loop and out again: it makes a loop, runs a coroutine on it, cancels what is left over and closes the loop.",
      page: "runner",
    },
    "zh-cn": {
      name: "运行器（runner）",
      definition: "普通代码进出事件循环的通道：创建循环，在上面运行一个协程，取消剩下的任务，再关闭循环。",
      page: "runner",
    },
  },
  concurrency: {
    en: {
      name: "concurrency",
      definition:
        "Several pieces of work are under way at the same time, and take turns where one of them waits. One thread is enough for it.",
      page: "why-async",
    },
    "zh-cn": {
      name: "并发（concurrency）",
      definition: "几件工作同时处在进行之中，一件在等待时就换另一件做。一个线程就够。",
      page: "why-async",
    },
  },
  parallelism: {
    en: {
      name: "parallelism",
      definition:
        "Several pieces of work run at the same instant, each on a core of its own. It takes threads or processes; an event loop alone never has it.",
      page: "why-async/#a-job-that-calculates",
    },
    "zh-cn": {
      name: "并行（parallelism）",
      definition: "几件工作在同一瞬间运行，各占一个核心。这需要线程或进程，只靠事件循环做不到。",
      page: "why-async/#计算型的工作",
    },
  },
  "io-bound": {
    en: {
      name: "I/O-bound",
      definition:
        "Of work whose time goes into waiting: for the network, a disk, a person. Concurrency makes it faster.",
      page: "why-async/#a-job-that-waits",
    },
    "zh-cn": {
      name: "I/O 密集（I/O-bound）",
      definition: "时间主要花在等待上的工作：等网络，等磁盘，等用户。并发能让它变快。",
      page: "why-async/#等待型的工作",
    },
  },
  "cpu-bound": {
    en: {
      name: "CPU-bound",
      definition:
        "Of work whose time goes into calculating. Only more cores, or a better algorithm, make it faster.",
      page: "why-async/#a-job-that-calculates",
    },
    "zh-cn": {
      name: "CPU 密集（CPU-bound）",
      definition: "时间主要花在计算上的工作。只有更多的核心或更好的算法能让它变快。",
      page: "why-async/#计算型的工作",
    },
  },
  starvation: {
    en: {
      name: "starvation",
      definition:
        "Somebody who is ready never gets a turn, because others always come first: timers behind microtasks without end, or a waiter whom others overtake at a lock.",
      page: "host-event-loop/#starving-the-others",
    },
    "zh-cn": {
      name: "饥饿（starvation）",
      definition:
        "已经就绪，却总有别的排在前面，始终轮不到：例如排在无穷无尽的微任务后面的定时器，或者在锁前总被插队的等待者。",
      page: "host-event-loop/#饿死其他任务",
    },
  },
} satisfies Record<string, Term>;
