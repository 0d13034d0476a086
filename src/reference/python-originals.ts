import { folderOf, type Language } from "../site.ts";

/** The pages of Python's documentation, and what of asyncio each explains. */
const pages: Readonly<Record<string, string>> = {
  "asyncio-runner": "run Runner",
  "asyncio-task":
    "create_task current_task all_tasks Task TaskGroup sleep gather wait wait_for as_completed shield timeout timeout_at Timeout FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED eager_task_factory create_eager_task_factory iscoroutine to_thread run_coroutine_threadsafe",
  "asyncio-future": "Future isfuture ensure_future wrap_future",
  "asyncio-sync": "Lock Event Condition Semaphore BoundedSemaphore Barrier BrokenBarrierError",
  "asyncio-queue": "Queue PriorityQueue LifoQueue QueueEmpty QueueFull QueueShutDown",
  "asyncio-stream":
    "open_connection open_unix_connection start_server start_unix_server StreamReader StreamWriter",
  "asyncio-subprocess": "create_subprocess_exec create_subprocess_shell subprocess",
  "asyncio-eventloop": "loop get_running_loop Handle TimerHandle Server EventLoop AbstractEventLoop",
  "asyncio-exceptions":
    "CancelledError InvalidStateError IncompleteReadError LimitOverrunError TimeoutError SendfileNotAvailableError",
  "asyncio-protocol":
    "BaseTransport Transport ReadTransport WriteTransport Protocol BaseProtocol StreamReaderProtocol",
  "asyncio-graph": "format_call_graph print_call_graph",
};

const pageOf = new Map(
  Object.entries(pages).flatMap(([page, names]) => names.split(" ").map((name) => [name, page])),
);

/** Other modules, each with its page. */
const modules: Readonly<Record<string, string>> = {
  "concurrent.futures": "concurrent.futures",
  contextvars: "contextvars",
  multiprocessing: "multiprocessing",
  signal: "signal",
  socket: "socket",
  ssl: "ssl",
  time: "time",
  types: "types",
};

/** What a text about Python names, as in "`asyncio.gather()`" or "`async with asyncio.timeout(delay):`". */
const dotted =
  /\b(asyncio|concurrent\.futures|contextvars|multiprocessing|signal|socket|ssl|time|types)\.(\w+(?:\.\w+)*)/;

/** What has no dotted name: a phrase of the language, or a method of a loop, which Python writes with a variable. */
const phrases: readonly (readonly [phrase: RegExp, address: string])[] = [
  [/`async def`/, "reference/compound_stmts.html#async-def"],
  [/`async with lock/, "library/asyncio-sync.html#asyncio.Lock"],
  [/`async with server/, "library/asyncio-eventloop.html#asyncio.Server"],
  [/`loop\.(\w+)/, "library/asyncio-eventloop.html#asyncio.loop.$1"],
  [/`with Pool\(/, "library/multiprocessing.html#multiprocessing.pool.Pool"],
  [/`with ThreadPoolExecutor\(/, "library/concurrent.futures.html#concurrent.futures.ThreadPoolExecutor"],
  [/`Future\.__await__/, "library/asyncio-future.html#asyncio.Future"],
  [/awaitables/, "library/asyncio-task.html#awaitables"],
  [/socket address families/, "library/socket.html#socket-families"],
];

/** Whether a text says no more than a name of Python's: "Python's `asyncio.run()`". */
export function isPlainOriginal(text: string): boolean {
  return /^Python's `[^`]+`$/.test(text);
}

/**
 * The address of Python's documentation, in the reader's language, for what an English text names; undefined when it
 * names nothing that is known.
 */
export function pythonOriginal(text: string, language: Language): string | undefined {
  const version = /Python (3\.\d+)|, of (3\.\d+)/.exec(text)?.slice(1).find(Boolean) ?? "3.13";
  const documentation = `https://docs.python.org/${folderOf(language)}${version}`;
  const library = `${documentation}/library`;
  const [, module = "", name = ""] = dotted.exec(text) ?? [];
  if (module === "asyncio") {
    const page = pageOf.get(name.split(".")[0] ?? "");
    // The loop is documented by its methods; its name alone is no anchor.
    return page && `${library}/${page}.html#${name === "loop" ? "event-loop-methods" : `asyncio.${name}`}`;
  }
  if (module !== "") {
    return `${library}/${modules[module]}.html#${module}.${name === "Pool" ? "pool.Pool" : name}`;
  }
  for (const [phrase, address] of phrases) {
    const found = phrase.exec(text);
    if (found !== null) {
      return `${documentation}/${found[0].replace(phrase, address)}`;
    }
  }
  const exception = /`((?:[A-Z]\w*Error)|KeyboardInterrupt|ExceptionGroup)`/.exec(text)?.[1];
  return exception && `${library}/exceptions.html#${exception}`;
}
