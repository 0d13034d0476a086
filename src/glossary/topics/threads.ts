import type { Term } from "../term.ts";

export const threads = {
  "blocking-call": {
    en: {
      name: "blocking call",
      definition:
        "A call that keeps the thread until it is through. Inside a coroutine it stops every task of the loop.",
      page: "use-it-sparingly/#one-call-stops-everybody",
    },
    "zh-cn": {
      name: "阻塞调用（blocking call）",
      definition: "一直占着线程、直到做完的调用。放在协程里，它会卡住循环上的所有任务。",
      page: "use-it-sparingly/#一个调用卡住所有任务",
    },
  },
  executor: {
    en: {
      name: "executor",
      definition:
        "A pool of threads to which plain functions are handed, so that what blocks does not stop the loop. The coroutine awaits the result.",
      page: "threads/#out-of-the-way",
    },
    "zh-cn": {
      name: "执行器（executor）",
      definition: "一个线程池。把会阻塞的普通函数交给它运行，就不会卡住循环；协程只需等待结果。",
      page: "threads/#让开路",
    },
  },
  worker: {
    en: {
      name: "worker",
      definition:
        "A thread of JavaScript with a heap of its own. It shares no objects with others: functions are sent to it as text, arguments and results are copied.",
      page: "threads/#a-thread-shares-nothing",
    },
    "zh-cn": {
      name: "worker",
      definition:
        "有自己的堆的 JavaScript 线程。它不与其他线程共享对象：函数以文本形式送过去，参数和结果都会被复制。",
      page: "threads/#线程什么也不共享",
    },
  },
  pool: {
    en: {
      name: "pool",
      definition:
        "Several workers, and a line of jobs for them. Python has pools of threads and pools of processes; in JavaScript both are made of the same workers.",
      page: "processes/#a-pool",
    },
    "zh-cn": {
      name: "池（pool）",
      definition:
        "若干个 worker，以及排队等它们处理的作业。Python 有线程池和进程池；在 JavaScript 里，两者用的是同样的 worker。",
      page: "processes/#池",
    },
  },
  process: {
    en: {
      name: "process",
      definition:
        "A running program with memory of its own. It shares nothing with other processes, and a crash ends no other.",
      page: "processes",
    },
    "zh-cn": {
      name: "进程（process）",
      definition: "运行中的程序，有自己的内存。它不与其他进程共享任何数据，崩溃时也不牵连其他进程。",
      page: "processes",
    },
  },
  subprocess: {
    en: {
      name: "subprocess",
      definition:
        "A process that this program has started. Its input and output can be led here through pipes.",
      page: "subprocesses",
    },
    "zh-cn": {
      name: "子进程（subprocess）",
      definition: "由本程序启动的进程。它的输入和输出可以通过管道接到本程序。",
      page: "subprocesses",
    },
  },
  "global-interpreter-lock": {
    en: {
      name: "global interpreter lock",
      definition:
        "The lock of the usual build of CPython that lets one thread at a time run Python code, so that threads overlap waiting but not calculation.",
      page: "why-async/#on-your-machine",
    },
    "zh-cn": {
      name: "全局解释器锁（GIL）",
      definition:
        "常规的 CPython 里的一把锁：同一时刻只让一个线程运行 Python 代码，所以线程能让等待重叠，不能让计算重叠。",
      page: "why-async/#在你的机器上",
    },
  },
} satisfies Record<string, Term>;
