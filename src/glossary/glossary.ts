import type { Language } from "../site.ts";

/** A section of the glossary's page. */
export type Topic = "loop" | "coroutines" | "results" | "ending" | "together" | "threads";

/** A term as readers of one language see it. */
interface Wording {
  name: string;
  definition: string;
  /** Where it is explained: a page, and a section of it if it is not the page's own subject. */
  page: string;
}

export interface Term extends Record<Language, Wording> {
  topic: Topic;
}

const terms = {
  "event-loop": {
    topic: "loop",
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
    topic: "loop",
    en: {
      name: "iteration",
      definition:
        "One turn of the event loop: it runs the handles that are in the ready queue when the turn begins. What they schedule runs in the next iteration.",
      page: "event-loop/#one-iteration",
    },
    "zh-cn": {
      name: "一轮循环（iteration）",
      definition: "事件循环转一圈：运行这一轮开始时就绪队列里的句柄。它们新调度的回调在下一轮运行。",
      page: "event-loop/#一轮循环",
    },
  },
  callback: {
    topic: "loop",
    en: {
      name: "callback",
      definition:
        "A function that is handed over now and called later, by the event loop or by a library, when what it waits for has happened.",
      page: "event-loop/#soon-later-at",
    },
    "zh-cn": {
      name: "回调（callback）",
      definition: "现在交出去、以后才被调用的函数。等所等的事情发生了，由事件循环或某个库来调用。",
      page: "event-loop/#尽快稍后定时",
    },
  },
  handle: {
    topic: "loop",
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
    topic: "loop",
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
    topic: "loop",
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
    topic: "loop",
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
    topic: "loop",
    en: {
      name: "deadline",
      definition:
        "A moment on the loop's clock, in seconds, at which a timer fires or a timeout ends. Unlike a duration it does not stretch when it is handed from step to step.",
      page: "common-calls/#timeoutat",
    },
    "zh-cn": {
      name: "截止时间（deadline）",
      definition:
        "循环时钟上的一个时刻，以秒计；到了这一刻，定时器触发，或者时限到期。与时长不同，在步骤之间传递时它不会延长。",
      page: "common-calls/#timeoutat",
    },
  },
  microtask: {
    topic: "loop",
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
    topic: "loop",
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
    topic: "loop",
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
  generator: {
    topic: "coroutines",
    en: {
      name: "generator",
      definition:
        "An object that runs a function piece by piece: each step runs it up to the next yield. It keeps its place and its variables in between.",
      page: "generators",
    },
    "zh-cn": {
      name: "生成器（generator）",
      definition:
        "一段一段地运行一个函数的对象：每一步运行到下一个 yield。两步之间，它保留自己的位置和变量。",
      page: "generators",
    },
  },
  coroutine: {
    topic: "coroutines",
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
    topic: "coroutines",
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
    topic: "coroutines",
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
    topic: "coroutines",
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
    topic: "coroutines",
    en: {
      name: "colour of a function",
      definition:
        "Whether a function is plain or asynchronous. A plain function cannot await, so that one asynchronous function makes all of its callers asynchronous.",
      page: "use-it-sparingly/#the-colour-of-a-function",
    },
    "zh-cn": {
      name: "函数的颜色（colour）",
      definition:
        "函数是普通的还是异步的。普通函数不能等待，所以一个异步函数会让它的所有调用者都变成异步的。",
      page: "use-it-sparingly/#函数的颜色",
    },
  },
  "context-variable": {
    topic: "coroutines",
    en: {
      name: "context variable",
      definition:
        "A variable with a value of its own for each line of work. A task begins with a copy of its maker's context, and what it sets is seen by nobody else.",
      page: "runner/#several-runs-in-one-context",
    },
    "zh-cn": {
      name: "上下文变量（context variable）",
      definition: "在每条执行流里各有一个值的变量。任务以创建者上下文的副本开始，它设置的值在别处看不到。",
      page: "runner/#同一上下文里的几次运行",
    },
  },
  future: {
    topic: "results",
    en: {
      name: "future",
      definition:
        "The result of work that may not have happened yet: a value, an exception or a cancellation. It is set once, and has no code of its own.",
      page: "futures",
    },
    "zh-cn": {
      name: "future",
      definition:
        "代表一项工作的结果，而这项工作可能还没有完成：一个值、一个异常，或者一次取消。它只能设置一次，自己不含代码。",
      page: "futures",
    },
  },
  promise: {
    topic: "results",
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
  "exception-handler": {
    topic: "results",
    en: {
      name: "exception handler",
      definition:
        "A function of the event loop for errors that reach no coroutine: those of callbacks, and those of tasks that nobody looked at.",
      page: "tasks/#the-exception-that-nobody-looked-at",
    },
    "zh-cn": {
      name: "异常处理器（exception handler）",
      definition:
        "事件循环上的一个函数，专门处理哪个协程都收不到的错误：回调的错误，以及无人查看的任务的错误。",
      page: "tasks/#无人查看的异常",
    },
  },
  cancellation: {
    topic: "ending",
    en: {
      name: "cancellation",
      definition:
        "A request to end. It arrives as a CancelledError at the place where the task waits, travels like any exception, and lets the task clean up.",
      page: "cancellation",
    },
    "zh-cn": {
      name: "取消（cancellation）",
      definition:
        "请求结束。它在任务等待的地方以 CancelledError 的形式到达，像任何异常一样传播，任务可以借此清理。",
      page: "cancellation",
    },
  },
  shield: {
    topic: "ending",
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
    topic: "ending",
    en: {
      name: "timeout",
      definition:
        "A limit of time for a block of code. When it is reached the block is cancelled, and a TimeoutError comes out of it.",
      page: "common-calls/#timeout",
    },
    "zh-cn": {
      name: "超时（timeout）",
      definition: "给一段代码设的时限。时间一到，这段代码就被取消，并抛出 TimeoutError。",
      page: "common-calls/#timeout",
    },
  },
  "structured-concurrency": {
    topic: "together",
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
    topic: "together",
    en: {
      name: "task group",
      definition:
        "A block that owns the tasks started in it. It ends when all of them have ended, and when one fails it cancels the others.",
      page: "structured-concurrency/#a-group-of-tasks",
    },
    "zh-cn": {
      name: "任务组（task group）",
      definition: "拥有其中所启动的任务的代码块。全部任务结束它才结束；一个失败，它就取消其余的。",
      page: "structured-concurrency/#一组任务",
    },
  },
  "exception-group": {
    topic: "together",
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
    topic: "together",
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
    topic: "together",
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
    topic: "together",
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
    topic: "together",
    en: {
      name: "condition",
      definition:
        "A lock together with a way to wait, with the lock released meanwhile, until somebody says that something has changed.",
      page: "synchronisation/#condition",
    },
    "zh-cn": {
      name: "条件变量（condition）",
      definition: "一把锁，外加一种等待方式：等待期间放开锁，直到收到情况有变的通知。",
      page: "synchronisation/#condition",
    },
  },
  barrier: {
    topic: "together",
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
    topic: "together",
    en: {
      name: "queue",
      definition:
        "A line of items between tasks: some put in, others take out. Whoever finds it empty waits, and so does whoever finds it full.",
      page: "synchronisation/#queue",
    },
    "zh-cn": {
      name: "队列（queue）",
      definition:
        "在任务之间传递元素的队列：有的任务放入，有的任务取出。队列空了，取的一方等待；队列满了，放的一方等待。",
      page: "synchronisation/#queue",
    },
  },
  backpressure: {
    topic: "together",
    en: {
      name: "backpressure",
      definition:
        "What holds a fast producer back to the pace of a slow consumer: a full queue or a full buffer makes it wait.",
      page: "synchronisation/#backpressure",
    },
    "zh-cn": {
      name: "背压（backpressure）",
      definition: "迫使快的生产者放慢到消费者的速度：队列或缓冲区满了，生产者就得等待。",
      page: "synchronisation/#背压",
    },
  },
  stream: {
    topic: "together",
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
    topic: "together",
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
  "blocking-call": {
    topic: "threads",
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
    topic: "threads",
    en: {
      name: "executor",
      definition:
        "A pool of threads to which plain functions are handed, so that what blocks does not stop the loop. The coroutine awaits the result.",
      page: "threads/#out-of-the-way",
    },
    "zh-cn": {
      name: "执行器（executor）",
      definition: "一个线程池。把会阻塞的普通函数交给它运行，就不会卡住循环；协程等待它的结果。",
      page: "threads/#让开路",
    },
  },
  worker: {
    topic: "threads",
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
    topic: "threads",
    en: {
      name: "pool",
      definition:
        "Several workers, and a line of jobs for them. Python has pools of threads and pools of processes; in JavaScript both are made of the same workers.",
      page: "processes/#a-pool",
    },
    "zh-cn": {
      name: "池（pool）",
      definition:
        "若干个 worker，加上一队等着它们做的作业。Python 有线程池和进程池；在 JavaScript 里，两者用的是同样的 worker。",
      page: "processes/#池",
    },
  },
  process: {
    topic: "threads",
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
    topic: "threads",
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
    topic: "threads",
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

export type TermId = keyof typeof terms;

/** The one source of the glossary's page and of the definitions that appear wherever a term occurs. */
export const glossary: Readonly<Record<TermId, Term>> = terms;
