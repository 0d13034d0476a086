import {
  aiter,
  anext,
  asCompleted,
  asyncGenerator,
  Barrier,
  BaseExceptionGroup,
  BoundedSemaphore,
  Condition,
  ContextVar,
  type Coroutine,
  captureCallGraph,
  copyContext,
  createSubprocessExec,
  createTask,
  Event,
  EventLoop,
  ExceptionGroup,
  fromAsyncIterable,
  fromPromise,
  gather,
  getRunningLoop,
  HostClock,
  IncompleteReadError,
  LifoQueue,
  Lock,
  OSError,
  openConnection,
  openStdin,
  PIPE,
  Pool,
  PriorityQueue,
  Queue,
  Runner,
  Semaphore,
  type Server,
  StreamReader,
  type StreamWriter,
  shield,
  signalOf,
  sleep,
  startServer,
  type TaskGroup,
  ThreadPoolExecutor,
  type Timeout,
  taskGroup,
  timeout,
  toAsyncIterable,
  untilShutdown,
  VirtualClock,
} from "../../index.ts";

/** An object that the library gives out, and how it comes to its ends. */
export interface Thing<T extends object = object> {
  readonly name: string;
  /** What is real knows no other clock than the machine's, and no network in memory. */
  readonly real: boolean;
  /** Runs on a loop. */
  readonly make: () => Coroutine<T>;
  readonly ends: Readonly<Record<string, (thing: T) => Coroutine<unknown>>>;
  /** Puts away what it holds of the host. */
  readonly leave: (thing: T) => void;
}

function thing<T extends object>(
  name: string,
  make: () => T | Coroutine<T>,
  ends: Thing<T>["ends"] = {},
  real = false,
  leave: Thing<T>["leave"] = () => {},
): Thing {
  const begin = function* (): Coroutine<T> {
    const made = make();
    return Object.prototype.toString.call(made) === "[object Generator]"
      ? yield* made as Coroutine<T>
      : (made as T);
  };
  return { name, real, make: begin, ends, leave } as unknown as Thing;
}

function* work(): Coroutine<number> {
  yield* sleep(0);
  return 5;
}

const numbers = () =>
  asyncGenerator<number>(function* (emit) {
    yield* emit(1);
    yield* emit(2);
  });

function* nothing(): Coroutine<void> {}

/** A thread takes long to begin: one for all jobs of the walk. */
let executor: ThreadPoolExecutor | undefined;
const threads = (): ThreadPoolExecutor => (executor ??= new ThreadPoolExecutor({ maxWorkers: 1 }));
let pool: Pool | undefined;
const processes = (): Pool => (pool ??= new Pool(1));

const half = (x: number) => x / 2;

function* ticks(): Coroutine<void> {
  yield* sleep(0);
}

function* connection(serve = function* (): Coroutine<void> {}) {
  const server: Server = (yield* startServer(serve as never, "127.0.0.1", 0)) as never;
  const [host, port] = server.sockets[0].getsockname() as [string, number];
  const [reader, writer] = yield* openConnection(host, port);
  yield* sleep(0.001);
  return { server, reader, writer };
}

function* close(writer: StreamWriter): Coroutine<void> {
  writer.close();
  yield* writer.waitClosed();
}

function onANetwork(real: boolean): Thing[] {
  const where = real ? "on sockets" : "in memory";
  return [
    thing(
      `StreamReader of a connection ${where}`,
      function* () {
        return (yield* connection()).reader;
      },
      {
        ended: function* (reader) {
          reader.feedEof();
        },
      },
      real,
    ),
    thing(
      `StreamWriter ${where}`,
      function* () {
        return (yield* connection()).writer;
      },
      {
        closed: close,
        closing: function* (writer) {
          writer.close();
        },
        aborted: function* (writer) {
          writer.transport.abort();
        },
        "at its end": function* (writer) {
          writer.writeEof();
        },
      },
      real,
    ),
    thing(
      `Transport ${where}`,
      function* () {
        return (yield* connection()).writer.transport;
      },
      {
        closed: function* (transport) {
          transport.close();
          yield* sleep(0.001);
        },
        aborted: function* (transport) {
          transport.abort();
        },
      },
      real,
    ),
    thing(
      `Server ${where}`,
      function* () {
        return (yield* connection()).server;
      },
      {
        closed: function* (server) {
          server.close();
        },
        "closed and its clients gone": function* (server) {
          server.close();
          server.abortClients();
          yield* sleep(0.001);
        },
      },
      real,
    ),
    thing(
      `ListeningSocket ${where}`,
      function* () {
        return (yield* connection()).server.sockets[0];
      },
      {},
      real,
    ),
  ];
}

function* entered<T>(enter: (body: (scope: T) => Coroutine<void>) => Coroutine<unknown>): Coroutine<T> {
  const future = getRunningLoop().createFuture<T>();
  createTask(
    (function* () {
      yield* enter(function* (scope) {
        future.setResult(scope);
        yield* sleep(5);
      });
    })(),
  );
  return yield* future;
}

export const things: readonly Thing[] = [
  thing("EventLoop that runs", () => getRunningLoop()),
  thing("EventLoop", () => new EventLoop({ clock: new VirtualClock() }), {
    closed: function* (loop) {
      loop.close();
    },
    stopped: function* (loop) {
      loop.stop();
    },
  }),
  thing("Runner", () => new Runner(), {
    closed: function* (runner) {
      yield* fromPromise(
        outside(async () => {
          runner.getLoop();
          await runner.close();
        }),
      );
    },
    running: function* (runner) {
      void outside(() => runner.run(sleep(0.01))).catch(() => {});
      yield* fromPromise(new Promise((r) => setTimeout(r, 1)));
    },
  }),
  thing("Future", () => getRunningLoop().createFuture(), {
    finished: function* (future) {
      future.setResult(1);
    },
    failed: function* (future) {
      future.setException(new Error("failed"));
    },
    cancelled: function* (future) {
      future.cancel();
    },
  }),
  thing("Task", () => createTask(sleep(3)), {
    cancelled: function* (task) {
      task.cancel();
    },
    "cancelled and done": function* (task) {
      task.cancel();
      yield* sleep(0);
      yield* sleep(0);
    },
    finished: function* () {
      yield* sleep(4);
    },
  }),
  thing("Task of a coroutine that is used up", function* () {
    const coroutine = work();
    yield* coroutine;
    return createTask(coroutine);
  }),
  thing("future of gather", () => gather([work(), sleep(1)]) as unknown as object),
  thing("future of fromPromise", () => fromPromise(Promise.resolve(5)) as object),
  thing("shield", () => shield(sleep(1)) as object),
  thing("coroutine", () => [sleep(1)] as object),
  thing("Handle", () => getRunningLoop().callSoon(() => {}), {
    cancelled: function* (handle) {
      handle.cancel();
    },
    run: ticks,
  }),
  thing("TimerHandle", () => getRunningLoop().callLater(1, () => {}), {
    cancelled: function* (handle) {
      handle.cancel();
    },
    run: () => sleep(2),
  }),
  thing("Context", () => copyContext()),
  thing("ContextVar", () => new ContextVar("variable")),
  thing("Token", () => new ContextVar("variable").set(5), {
    used: function* (token) {
      token.variable.reset(token);
    },
  }),
  thing("Lock", () => new Lock(), { held: (lock) => lock.acquire() }),
  thing(
    "Acquired",
    function* () {
      return yield* new Lock().acquire();
    },
    {
      released: function* (acquired) {
        acquired[Symbol.dispose]();
      },
    },
  ),
  thing("Event", () => new Event(), {
    set: function* (event) {
      event.set();
    },
  }),
  thing("Condition", () => new Condition(), { held: (condition) => condition.acquire() }),
  thing("Semaphore", () => new Semaphore(1), { held: (semaphore) => semaphore.acquire() }),
  thing("BoundedSemaphore", () => new BoundedSemaphore(1), { held: (semaphore) => semaphore.acquire() }),
  thing("Barrier", () => new Barrier(2), {
    broken: (barrier) => (barrier.abort() as never) ?? nothing(),
    waited: function* (barrier) {
      createTask(barrier.wait());
      yield* sleep(0);
    },
  }),
  ...[Queue, LifoQueue, PriorityQueue].map((Kind) =>
    thing(
      Kind.name,
      () => {
        const queue = new Kind<number>(1);
        queue.putNowait(1);
        return queue;
      },
      {
        empty: function* (queue) {
          queue.getNowait();
        },
        "shut down": function* (queue) {
          queue.shutdown();
        },
        "shut down at once": function* (queue) {
          queue.shutdown(true);
        },
      },
    ),
  ),
  thing("AsyncGen", numbers, {
    begun: (generator) => generator.anext() as Coroutine<unknown>,
    closed: (generator) => generator.aclose() as Coroutine<unknown>,
    running: function* (generator) {
      createTask(generator.anext() as never);
    },
  }),
  ...(["anext", "asend", "athrow", "aclose"] as const).map((request) =>
    thing(`${request}() of an AsyncGen`, function* () {
      return numbers()[request](new Error("thrown in") as never) as object;
    }),
  ),
  thing("anext() with a default", function* () {
    return anext(numbers(), 0) as object;
  }),
  thing("call graph", () => captureCallGraph() as object),
  thing("signal of a task", () => signalOf(createTask(sleep(3)))),
  thing("IncompleteReadError", () => new IncompleteReadError(new Uint8Array(), 1)),
  thing("OSError", () => new OSError("error")),
  thing("Completions", () => asCompleted([sleep(1), sleep(2)])),
  thing("cursor", () => aiter(asCompleted([sleep(1), sleep(2)])) as object),
  thing(
    "cursor of a native iterable",
    () =>
      fromAsyncIterable(
        (async function* () {
          yield 1;
        })(),
      ) as object,
  ),
  thing("native iterable", () => toAsyncIterable(asCompleted([sleep(1)])) as object),
  thing(
    "iterator of a native iterable",
    () => toAsyncIterable(asCompleted([sleep(1)]))[Symbol.asyncIterator]() as object,
  ),
  thing("items of a queue", () => {
    const queue = new Queue<number>();
    queue.putNowait(1);
    return untilShutdown(queue) as object;
  }),
  thing("Timeout", () => entered<Timeout>((body) => timeout(9, body)), { over: () => sleep(10) }),
  thing("TaskGroup", () => entered<TaskGroup>((body) => taskGroup(body)), { over: () => sleep(10) }),
  thing("VirtualClock", () => new VirtualClock()),
  thing("HostClock", () => new HostClock()),
  thing("BaseExceptionGroup", () => new BaseExceptionGroup("group", [new Error("a")])),
  thing("ExceptionGroup", () => new ExceptionGroup("group", [new Error("a"), new RangeError("b")])),
  thing("StreamReader", () => new StreamReader(), {
    ended: function* (reader) {
      reader.feedEof();
    },
    failed: function* (reader) {
      reader.setException(new Error("failed"));
    },
    waited: function* (reader) {
      createTask(reader.read(1));
      yield* sleep(0);
    },
  }),
  thing("StreamReader of standard input", () => openStdin(), {}, true),
  ...onANetwork(false),
  ...onANetwork(true),
  thing(
    "Server that does not listen yet",
    () => startServer(() => {}, "127.0.0.1", 0, { startServing: false }),
    {
      closed: function* (server) {
        server.close();
      },
    },
    true,
  ),
  thing(
    "Process",
    () => createSubprocessExec("cat", { stdin: PIPE, stdout: PIPE }),
    {
      "that was killed": function* (child) {
        child.kill();
      },
      finished: function* (child) {
        child.kill();
        yield* child.wait();
      },
    },
    true,
  ),
  thing(
    "stdin of a Process",
    function* () {
      return (yield* createSubprocessExec("cat", { stdin: PIPE, stdout: PIPE })).stdin;
    },
    { closed: close },
    true,
  ),
  thing(
    "ThreadPoolExecutor",
    () => new ThreadPoolExecutor({ maxWorkers: 1 }),
    {
      "shut down": function* (executor) {
        yield* executor.shutdown();
      },
    },
    true,
    (executor) => void executor.shutdown({ cancelFutures: true }),
  ),
  thing(
    "Job",
    () => threads().submit(half, 4),
    {
      finished: function* (job) {
        yield* job;
      },
      cancelled: function* (job) {
        job.cancel();
      },
    },
    true,
  ),
  thing(
    "MappedJobs",
    () => threads().map(half, [4]),
    {
      finished: function* (jobs) {
        yield* jobs;
      },
      cancelled: function* (jobs) {
        jobs.cancel();
      },
    },
    true,
  ),
  thing(
    "Pool",
    () => new Pool(1),
    {
      closed: function* (pool) {
        pool.close();
      },
      terminated: function* (pool) {
        pool.terminate();
      },
    },
    true,
    (pool) => pool.terminate(),
  ),
  thing("imap", () => processes().imap(half, [2, 4]) as object, {}, true),
];

/** Calls from where no loop has the thread. */
export function outside<T>(call: () => Promise<T> | T): Promise<T> {
  return new Promise((resolve) => setImmediate(resolve)).then(call);
}
