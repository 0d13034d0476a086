import type { Language } from "../site.ts";
import { readTaggedSymbols } from "./tagged-symbols.ts";

/** A page of the reference: what belongs together for somebody who looks for it. */
interface Page {
  /** Its address below `api/`. */
  readonly slug: string;
  /** The English one is what `@group` in a doc comment names. */
  readonly title: Readonly<Record<Language, string>>;
  readonly description: Readonly<Record<Language, string>>;
  /** What a newcomer looks for, before all else. */
  readonly first?: readonly string[];
}

/** A page of the reference, and what of the library it explains, in its order. */
export interface Category extends Page {
  readonly symbols: readonly string[];
}

const pages: readonly Page[] = [
  {
    slug: "running",
    title: { en: "Running", "zh-cn": "运行" },
    description: {
      en: "Enter and leave an event loop, and what a coroutine is to TypeScript.",
      "zh-cn": "进入和离开事件循环，以及协程在 TypeScript 里是什么。",
    },
    first: ["run", "Runner"],
  },
  {
    slug: "tasks",
    title: { en: "Tasks", "zh-cn": "任务" },
    description: {
      en: "Start coroutines, ask how they are, cancel them, and keep them together in a group.",
      "zh-cn": "启动协程、查询状态、取消，以及用任务组把它们放在一起。",
    },
    first: ["createTask", "currentTask", "allTasks", "Task", "taskGroup", "TaskGroup"],
  },
  {
    slug: "futures",
    title: { en: "Futures", "zh-cn": "Future" },
    description: {
      en: "Results that are still to come, and promises as something to await.",
      "zh-cn": "尚未到来的结果，以及把 promise 变成可等待的对象。",
    },
    first: ["Future"],
  },
  {
    slug: "waiting",
    title: { en: "Waiting", "zh-cn": "等待" },
    description: {
      en: "Sleep, wait for several at once, and set a time limit.",
      "zh-cn": "休眠、同时等待多个对象，以及设定时限。",
    },
    first: ["sleep", "gather", "wait", "waitFor"],
  },
  {
    slug: "iteration",
    title: { en: "Asynchronous iteration", "zh-cn": "异步迭代" },
    description: {
      en: "Items that one has to wait for: go through them, make them, and share them with native code.",
      "zh-cn": "需要等待的一个个元素：遍历它们、产生它们，以及与原生代码互通。",
    },
    first: ["asyncFor", "asyncGenerator"],
  },
  {
    slug: "synchronisation",
    title: { en: "Synchronisation", "zh-cn": "同步" },
    description: {
      en: "Locks, events, conditions, semaphores and barriers.",
      "zh-cn": "锁、事件、条件变量、信号量和屏障。",
    },
    first: ["Lock", "Event", "Condition", "Semaphore"],
  },
  {
    slug: "queues",
    title: { en: "Queues", "zh-cn": "队列" },
    description: {
      en: "Hand items from the tasks that make them to the tasks that use them.",
      "zh-cn": "把数据从生产它的任务交给使用它的任务。",
    },
  },
  {
    slug: "context",
    title: { en: "Context variables", "zh-cn": "上下文变量" },
    description: {
      en: "Values that belong to a task and to what it starts.",
      "zh-cn": "在任务及其启动的任务中可见的值。",
    },
    first: ["ContextVar"],
  },
  {
    slug: "streams",
    title: { en: "Streams", "zh-cn": "流" },
    description: {
      en: "Connect, serve, read and write: TCP, TLS and Unix sockets.",
      "zh-cn": "连接、监听、读和写：TCP、TLS 和 Unix 套接字。",
    },
    first: [
      "openConnection",
      "openUnixConnection",
      "startServer",
      "startUnixServer",
      "StreamReader",
      "StreamWriter",
    ],
  },
  {
    slug: "transports",
    title: { en: "Stream options and transports", "zh-cn": "流的选项与传输" },
    description: {
      en: "What streams are configured with, and what lies below them.",
      "zh-cn": "流的配置，以及流之下的那一层。",
    },
  },
  {
    slug: "subprocesses",
    title: { en: "Subprocesses", "zh-cn": "子进程" },
    description: {
      en: "Start programs, talk to them, and wait for their end. In Node only.",
      "zh-cn": "启动程序、与之通信并等待它结束。仅限 Node。",
    },
  },
  {
    slug: "executors",
    title: { en: "Executors", "zh-cn": "执行器" },
    description: {
      en: "Move work that would block the loop to other threads.",
      "zh-cn": "把会阻塞事件循环的工作移到别的线程。",
    },
    first: ["toThread", "ThreadPoolExecutor", "Pool"],
  },
  {
    slug: "loop",
    title: { en: "Loop and clock", "zh-cn": "事件循环与时钟" },
    description: {
      en: "The event loop itself: callbacks, timers, handlers, observers, and the clock it goes by.",
      "zh-cn": "事件循环本身：回调、定时器、处理器、观察者，以及它所用的时钟。",
    },
  },
  {
    slug: "errors",
    title: { en: "Errors", "zh-cn": "错误" },
    description: {
      en: "What the library throws, and which exception of Python each stands for.",
      "zh-cn": "库会抛出哪些错误，各自对应 Python 的哪个异常。",
    },
    first: ["CancelledError", "TimeoutError", "InvalidStateError"],
  },
];

/** All of what asyncio-ts exports, each name once. */
export const categories: readonly Category[] = withSymbols(readTaggedSymbols());

function withSymbols(tagged: ReadonlyMap<string, readonly string[]>): Category[] {
  const titles = pages.map(({ title }) => title.en);
  for (const [title, [name]] of tagged) {
    if (!titles.includes(title)) {
      throw new Error(
        `The doc comment of ${name} says \`@group ${title}\`, which is no page of the reference. Name one of ${titles.join(", ")}, or add the page to src/reference/categories.ts.`,
      );
    }
  }
  return pages.map((page) => {
    const symbols = tagged.get(page.title.en) ?? [];
    const first = page.first ?? [];
    return { ...page, symbols: [...first, ...symbols.filter((name) => !first.includes(name))] };
  });
}
