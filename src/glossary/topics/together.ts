import type { Term } from "../term.ts";

export const together = {
  "structured-concurrency": {
    en: {
      name: "structured concurrency",
      definition:
        "The rule that a task cannot outlive the block that started it. When the block ends, all of its work has ended, and no failure is lost.",
      page: "structured-concurrency",
    },
    "zh-cn": {
      name: "结构化并发（structured concurrency）",
      definition:
        "一条规则：任务的生命周期不能超出启动它的代码块。代码块结束时，它的所有工作都已结束，失败也一个不丢。",
      page: "structured-concurrency",
    },
  },
  "task-group": {
    en: {
      name: "task group",
      definition:
        "A block that owns the tasks started in it. It ends when all of them have ended, and when one fails it cancels the others.",
      page: "structured-concurrency/#a-group-of-tasks",
    },
    "zh-cn": {
      name: "任务组（task group）",
      definition: "一个代码块，在其中启动的任务都归它管。任务全部结束，它才结束；一个失败，它就取消其余的。",
      page: "structured-concurrency/#一组任务",
    },
  },
  "exception-group": {
    en: {
      name: "exception group",
      definition: "One exception that carries several, for when several tasks fail at once.",
      page: "structured-concurrency/#several-failures-at-once",
    },
    "zh-cn": {
      name: "异常组（exception group）",
      definition: "一个装着几个异常的异常，用于几个任务同时失败的时候。",
      page: "structured-concurrency/#同时失败几个",
    },
  },
  lock: {
    en: {
      name: "lock",
      definition:
        "An object that one task at a time can hold. It keeps others out of a stretch of code that has a wait in the middle.",
      page: "synchronisation/#lock",
    },
    "zh-cn": {
      name: "锁（lock）",
      definition: "一次只有一个任务能持有的对象。一段代码中间有等待时，用它把其他任务挡在外面。",
      page: "synchronisation/#lock",
    },
  },
  semaphore: {
    en: {
      name: "semaphore",
      definition:
        "A lock for several: it lets in a fixed number of tasks at a time, and the rest wait in line.",
      page: "synchronisation/#semaphore",
    },
    "zh-cn": {
      name: "信号量（semaphore）",
      definition: "一次允许多个任务进入的锁：同时放进固定数目的任务，其余的排队等待。",
      page: "synchronisation/#semaphore",
    },
  },
  event: {
    en: {
      name: "event",
      definition:
        "A flag that tasks can wait for. When it is set, all who wait go on; whoever comes later does not wait.",
      page: "synchronisation/#event",
    },
    "zh-cn": {
      name: "事件（event）",
      definition: "任务可以等待的标志。设置之后，所有等待者继续运行，后来的不用等。",
      page: "synchronisation/#event",
    },
  },
  condition: {
    en: {
      name: "condition",
      definition:
        "A lock together with a way to wait, with the lock released meanwhile, until somebody says that something has changed.",
      page: "synchronisation/#condition",
    },
    "zh-cn": {
      name: "条件变量（condition）",
      definition: "一把锁，外加一种等待方式：等待期间释放锁，直到收到情况有变的通知。",
      page: "synchronisation/#condition",
    },
  },
  barrier: {
    en: {
      name: "barrier",
      definition: "A place where a fixed number of tasks wait for each other before they all go on.",
      page: "synchronisation/#barrier",
    },
    "zh-cn": {
      name: "屏障（barrier）",
      definition: "固定数目的任务在此互相等待，到齐后一起继续。",
      page: "synchronisation/#barrier",
    },
  },
  queue: {
    en: {
      name: "queue",
      definition:
        "A line of items between tasks: some put in, others take out. Whoever finds it empty waits, and so does whoever finds it full.",
      page: "queues/#queue",
    },
    "zh-cn": {
      name: "队列（queue）",
      definition:
        "任务之间排成一列的元素：有的任务放入，有的任务取出。队列空了，取的一方等待；队列满了，放的一方等待。",
      page: "queues/#queue",
    },
  },
  backpressure: {
    en: {
      name: "backpressure",
      definition:
        "What holds a fast producer back to the pace of a slow consumer: a full queue or a full buffer makes it wait.",
      page: "queues/#backpressure",
    },
    "zh-cn": {
      name: "背压（backpressure）",
      definition: "迫使快的生产者放慢到消费者的速度：队列或缓冲区满了，生产者就得等待。",
      page: "queues/#背压",
    },
  },
  stream: {
    en: {
      name: "stream",
      definition:
        "A connection that carries bytes in both directions, with a reader and a writer that can be awaited.",
      page: "streams",
    },
    "zh-cn": {
      name: "流（stream）",
      definition: "双向传送字节的连接，读取端和写入端都可以等待。",
      page: "streams",
    },
  },
  "connection-pool": {
    en: {
      name: "connection pool",
      definition:
        "A number of connections that are lent and given back. Whoever finds them all lent waits in line for one.",
      page: "futures-in-practice",
    },
    "zh-cn": {
      name: "连接池（connection pool）",
      definition: "若干可以借出和归还的连接。全部借出之后，再来借的就要排队等待。",
      page: "futures-in-practice",
    },
  },
  "race-condition": {
    en: {
      name: "race condition",
      definition:
        "The result depends on who comes first. On one thread it takes a wait between looking and acting: what was true before may be so no longer.",
      page: "synchronisation/#a-check-a-wait-a-mistake",
    },
    "zh-cn": {
      name: "竞态条件（race condition）",
      definition:
        "结果取决于谁先到。在单个线程上，只要检查和动手之间有一次等待就会出现：之前成立的条件，这时可能已经不成立。",
      page: "synchronisation/#检查等待出错",
    },
  },
  reentrant: {
    en: {
      name: "reentrant",
      definition:
        "Of a lock that its holder may acquire once more. The locks of asyncio are not: a task that asks for its own lock waits for itself.",
      page: "synchronisation/#lock",
    },
    "zh-cn": {
      name: "可重入（reentrant）",
      definition:
        "指持有者可以再次获取的锁。asyncio 的锁不可重入：任务再去获取自己持有的锁，就会一直等自己。",
      page: "synchronisation/#lock",
    },
  },
  "high-water-mark": {
    en: {
      name: "high-water mark",
      definition:
        "The number of buffered bytes or items above which a producer is told to wait, until it has fallen below the low-water mark.",
      page: "streams/#backpressure",
    },
    "zh-cn": {
      name: "高水位（high-water mark）",
      definition: "缓冲的字节数或元素数的上限：超过之后，生产者就要等待，直到降到低水位以下。",
      page: "streams/#背压",
    },
  },
} satisfies Record<string, Term>;
