/** The language of a reader, as the folders of `content/` name it. */
export type Language = "en" | "zh-cn";

/** A page of the reference: what belongs together for somebody who looks for it. */
export interface Group {
  /** Its address below `api/`. */
  readonly slug: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly description: Readonly<Record<Language, string>>;
  /** What of the library it explains, in the order of the page. */
  readonly symbols: readonly string[];
}

/** All of what asyncio-ts exports, each name once. */
export const groups: readonly Group[] = [
  {
    slug: "running",
    title: { en: "Running", "zh-cn": "运行" },
    description: {
      en: "Enter and leave an event loop, and what a coroutine is to TypeScript.",
      "zh-cn": "进入和离开事件循环，以及协程在 TypeScript 里是什么。",
    },
    symbols: [
      "run",
      "Runner",
      "RunOptions",
      "coroutine",
      "isCoroutine",
      "Coroutine",
      "Awaitable",
      "Suspension",
    ],
  },
  {
    slug: "tasks",
    title: { en: "Tasks", "zh-cn": "任务" },
    description: {
      en: "Start coroutines, ask how they are, cancel them, and keep them together in a group.",
      "zh-cn": "启动协程、查询状态、取消，以及用任务组把它们放在一起。",
    },
    symbols: [
      "createTask",
      "currentTask",
      "allTasks",
      "Task",
      "TaskOptions",
      "taskGroup",
      "TaskGroup",
      "eagerTaskFactory",
      "TaskFactory",
      "formatCallGraph",
      "printCallGraph",
    ],
  },
  {
    slug: "futures",
    title: { en: "Futures", "zh-cn": "Future" },
    description: {
      en: "Results that are still to come, and promises as something to await.",
      "zh-cn": "尚未到来的结果，以及把 promise 变成可等待的对象。",
    },
    symbols: ["Future", "isFuture", "ensureFuture", "fromPromise"],
  },
  {
    slug: "waiting",
    title: { en: "Waiting", "zh-cn": "等待" },
    description: {
      en: "Sleep, wait for several at once, and set a time limit.",
      "zh-cn": "睡眠、同时等待多个对象，以及设定时限。",
    },
    symbols: [
      "sleep",
      "gather",
      "wait",
      "waitFor",
      "asCompleted",
      "shield",
      "timeout",
      "timeoutAt",
      "Timeout",
      "ALL_COMPLETED",
      "FIRST_COMPLETED",
      "FIRST_EXCEPTION",
      "ReturnWhen",
      "WaitOptions",
      "Results",
      "Outcomes",
    ],
  },
  {
    slug: "synchronisation",
    title: { en: "Synchronisation", "zh-cn": "同步" },
    description: {
      en: "Locks, events, conditions, semaphores and barriers.",
      "zh-cn": "锁、事件、条件变量、信号量和屏障。",
    },
    symbols: ["Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier", "Acquired"],
  },
  {
    slug: "queues",
    title: { en: "Queues", "zh-cn": "队列" },
    description: {
      en: "Hand items from the tasks that make them to the tasks that use them.",
      "zh-cn": "把数据从生产它的任务交给使用它的任务。",
    },
    symbols: ["Queue", "PriorityQueue", "LifoQueue", "Items"],
  },
  {
    slug: "context",
    title: { en: "Context variables", "zh-cn": "上下文变量" },
    description: {
      en: "Values that belong to a task and to what it starts.",
      "zh-cn": "属于某个任务以及它所启动的一切的值。",
    },
    symbols: ["ContextVar", "Context", "copyContext", "Token"],
  },
  {
    slug: "streams",
    title: { en: "Streams", "zh-cn": "流" },
    description: {
      en: "Connect, serve, read and write: TCP, TLS and Unix sockets.",
      "zh-cn": "连接、监听、读和写：TCP、TLS 和 Unix 套接字。",
    },
    symbols: [
      "openConnection",
      "openUnixConnection",
      "startServer",
      "startUnixServer",
      "StreamReader",
      "StreamWriter",
      "Server",
      "simulateNetwork",
    ],
  },
  {
    slug: "transports",
    title: { en: "Stream options and transports", "zh-cn": "流的选项与传输" },
    description: {
      en: "What streams are configured with, and what lies below them.",
      "zh-cn": "流的配置，以及流之下的那一层。",
    },
    symbols: [
      "ConnectionOptions",
      "ServerOptions",
      "TlsOptions",
      "Pem",
      "ClientConnected",
      "Address",
      "InetAddress",
      "ListeningSocket",
      "StreamReaderOptions",
      "ReadTransport",
      "Transport",
      "ExtraInfo",
      "WriteBufferLimits",
    ],
  },
  {
    slug: "subprocesses",
    title: { en: "Subprocesses", "zh-cn": "子进程" },
    description: {
      en: "Start programs, talk to them, and wait for their end. In Node only.",
      "zh-cn": "启动程序、与之通信并等待它结束。仅限 Node。",
    },
    symbols: [
      "createSubprocessExec",
      "createSubprocessShell",
      "Process",
      "SubprocessOptions",
      "PIPE",
      "DEVNULL",
      "STDOUT",
      "Stdio",
      "Signal",
    ],
  },
  {
    slug: "executors",
    title: { en: "Executors", "zh-cn": "执行器" },
    description: {
      en: "Move work that would block the loop to other threads.",
      "zh-cn": "把会阻塞事件循环的工作移到别的线程。",
    },
    symbols: [
      "toThread",
      "ThreadPoolExecutor",
      "ThreadPoolExecutorOptions",
      "Pool",
      "Job",
      "Executor",
      "ExecutorOptions",
      "ChunkOptions",
      "transfer",
    ],
  },
  {
    slug: "loop",
    title: { en: "Loop and clock", "zh-cn": "事件循环与时钟" },
    description: {
      en: "The event loop itself: callbacks, timers, handlers, observers, and the clock it goes by.",
      "zh-cn": "事件循环本身：回调、定时器、处理器、观察者，以及它所用的时钟。",
    },
    symbols: [
      "getRunningLoop",
      "EventLoop",
      "EventLoopOptions",
      "Handle",
      "TimerHandle",
      "ExceptionHandler",
      "ExceptionContext",
      "Clock",
      "HostClock",
      "VirtualClock",
      "LoopObserver",
      "LoopEvent",
    ],
  },
  {
    slug: "errors",
    title: { en: "Errors", "zh-cn": "错误" },
    description: {
      en: "What the library throws, and which exception of Python each stands for.",
      "zh-cn": "库会抛出什么，以及它们各自对应 Python 的哪个异常。",
    },
    symbols: [
      "CancelledError",
      "TimeoutError",
      "InvalidStateError",
      "ExceptionGroup",
      "RuntimeError",
      "AssertionError",
      "KeyboardInterrupt",
      "NotImplementedError",
      "QueueEmpty",
      "QueueFull",
      "QueueShutDown",
      "BrokenBarrierError",
      "BrokenExecutor",
      "IncompleteReadError",
      "LimitOverrunError",
      "OSError",
      "ConnectionError",
      "BrokenPipeError",
      "ConnectionAbortedError",
      "ConnectionRefusedError",
      "ConnectionResetError",
      "FileNotFoundError",
      "PermissionError",
      "ProcessLookupError",
      "GaiError",
      "SSLError",
      "SSLCertVerificationError",
    ],
  },
];
