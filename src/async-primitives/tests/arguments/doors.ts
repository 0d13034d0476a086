import {
  aclosing,
  aiter,
  allTasks,
  anext,
  asCompleted,
  asyncFor,
  asyncGenerator,
  Barrier,
  BaseExceptionGroup,
  BoundedSemaphore,
  Condition,
  ContextVar,
  type Coroutine,
  captureCallGraph,
  coroutine,
  createSubprocessExec,
  createSubprocessShell,
  createTask,
  currentTask,
  Event,
  EventLoop,
  ensureFuture,
  exceptStar,
  Future,
  formatCallGraph,
  fromAsyncIterable,
  fromPromise,
  gather,
  getRunningLoop,
  isCoroutine,
  isFuture,
  LifoQueue,
  Lock,
  openConnection,
  openStdin,
  openUnixConnection,
  PIPE,
  Pool,
  PriorityQueue,
  Queue,
  Runner,
  run,
  Semaphore,
  StreamReader,
  type StreamWriter,
  shield,
  signalOf,
  simulateNetwork,
  sleep,
  startServer,
  startUnixServer,
  Task,
  ThreadPoolExecutor,
  taskGroup,
  timeout,
  timeoutAt,
  toAsyncIterable,
  toThread,
  transfer,
  untilShutdown,
  VirtualClock,
  wait,
  waitFor,
} from "../../index.ts";

export interface Door {
  readonly name: string;
  /** Hands a value in. What it answers with is awaited. */
  readonly call: (value: never) => unknown;
  /** The values that it takes by right. */
  readonly takes: readonly string[];
}

function* work(): Coroutine<number> {
  yield* sleep(0);
  return 5;
}

const nothing = ["undefined"];
const nothingAtAll = ["undefined", "null"];
const functions = ["function", "async function", "generator function"];
const texts = ["text", "empty text"];
const finite = ["-1", "1.5"];
const numbers = [...finite, "Infinity"];
const whole = ["-1"];
const bag = ["undefined", "object", "object without a class", "date"];
const blocks = ["generator function"];
const add = (a: number, b: number) => a + b;

function* on<R>(make: () => R, use: (thing: R) => unknown): Coroutine<unknown> {
  const answer = use(make());
  return isCoroutine(answer) || isFuture(answer) ? yield* answer as Coroutine<unknown> : answer;
}

function door<V>(name: string, takes: readonly string[], call: (value: V) => unknown): Door {
  return { name, takes, call: call as Door["call"] };
}

export const doors: readonly Door[] = [
  door("sleep(delay)", numbers, (v: number) => sleep(v)),
  door("waitFor(awaitable)", ["coroutine", "used coroutine"], (v: Coroutine<number>) => waitFor(v, 1)),
  door("waitFor(, delay)", [...nothingAtAll, ...numbers], (v: number) => waitFor(new Event().wait(), v)),
  door("timeout(delay)", [...nothingAtAll, ...numbers], (v: number) => timeout(v, () => sleep(0))),
  door("timeout(, body)", blocks, (v: () => Coroutine<number>) => timeout(1, v)),
  door("timeoutAt(when)", [...nothingAtAll, ...numbers], (v: number) => timeoutAt(v, () => sleep(0))),
  door("timeoutAt(, body)", blocks, (v: () => Coroutine<number>) => timeoutAt(1, v)),
  door("Timeout.reschedule(when)", [...nothingAtAll, ...numbers], (v: number) =>
    timeout(1, function* (scope) {
      scope.reschedule(v);
    }),
  ),
  door("gather(awaitables)", ["empty array", "coroutine", "used coroutine"], (v: Coroutine<number>[]) =>
    gather(v),
  ),
  door("gather(one, other)", ["coroutine", "used coroutine"], (v: Coroutine<number>) => gather(work(), v)),
  door("gather([item])", ["coroutine", "used coroutine"], (v: Coroutine<number>) => gather([v])),
  door("wait(awaitables)", [], (v: never) => wait(v)),
  door("wait([item])", [], (v: never) => wait([v])),
  door("wait(, options)", bag, (v: object) => wait([createTask(work())], v)),
  door("wait(, { timeout })", [...nothingAtAll, ...numbers], (v: number) =>
    wait([createTask(work())], { timeout: v }),
  ),
  door("wait(, { returnWhen })", nothing, (v: never) => wait([createTask(work())], { returnWhen: v })),
  door("asCompleted(awaitables)", ["empty array", "used coroutine"], (v: never) => asCompleted(v)),
  door("asCompleted([item])", ["coroutine", "used coroutine"], (v: never) => asCompleted([v])),
  door("asCompleted(, options)", bag, (v: object) => asCompleted([work()], v)),
  door("asCompleted(, { timeout })", [...nothingAtAll, ...numbers], (v: number) =>
    asCompleted([work()], { timeout: v }),
  ),
  door("shield(awaitable)", ["coroutine", "used coroutine"], (v: Coroutine<number>) => shield(v)),
  door("ensureFuture(awaitable)", ["coroutine", "used coroutine"], (v: Coroutine<number>) => ensureFuture(v)),
  door("ensureFuture(, { loop })", nothingAtAll, (v: never) => ensureFuture(work(), { loop: v })),
  door("new Future({ loop })", nothingAtAll, (v: never) => void new Future({ loop: v })),
  door("new Task(, { loop })", nothingAtAll, (v: never) => void new Task(work(), { loop: v })),
  door("createTask(coroutine)", ["coroutine", "used coroutine"], (v: Coroutine<number>) => createTask(v)),
  door("new Task(coroutine)", ["coroutine", "used coroutine"], (v: Coroutine<number>) => new Task(v)),
  door("signalOf(task)", nothing, (v: never) => signalOf(v)),
  door("captureCallGraph(task)", nothing, (v: never) => void captureCallGraph(v)),
  door("formatCallGraph(task)", nothing, (v: never) => formatCallGraph(v)),
  door("taskGroup(body)", blocks, (v: () => Coroutine<number>) => taskGroup(v)),
  door("TaskGroup.createTask(coroutine)", ["coroutine", "used coroutine"], (v: Coroutine<number>) =>
    taskGroup(function* (group) {
      yield* group.createTask(v);
    }),
  ),
  door("exceptStar(body)", ["generator function", "function"], (v: () => Coroutine<number>) =>
    exceptStar(v, [Error, () => {}]),
  ),
  door("exceptStar(, clause)", [], (v: never) =>
    exceptStar(function* () {
      throw new Error("raised");
    }, v),
  ),
  door("exceptStar(, [errors])", [], (v: never) =>
    exceptStar(
      function* () {
        throw new Error("raised");
      },
      [v, () => {}],
    ),
  ),
  door("exceptStar(, [, handler])", ["generator function"], (v: never) =>
    exceptStar(
      function* () {
        throw new Error("raised");
      },
      [Error, v],
    ),
  ),
  door("Future.addDoneCallback(callback)", ["function", "async function"], (v: never) =>
    getRunningLoop().createFuture().addDoneCallback(v),
  ),
  door("fromPromise(source)", ["promise", "function", "async function"], (v: never) => fromPromise(v)),
  door("run(coroutine)", [], (v: never) => run(v)),
  door("run(, { loopFactory })", nothingAtAll, (v: never) =>
    elsewhere(() => run(work(), { loopFactory: v })),
  ),
  door("run(, { loopFactory: () => value })", [], (v: never) =>
    elsewhere(() => run(work(), { loopFactory: () => v })),
  ),
  door("run(, { signal })", nothingAtAll, (v: never) => elsewhere(() => run(work(), { signal: v }))),
  door("createTask(, { signal })", nothingAtAll, (v: never) => createTask(work(), { signal: v })),
  door("loop.runInExecutor(executor)", [], (v: never) =>
    v == null ? refused() : getRunningLoop().runInExecutor(v, add, 1, 2),
  ),
  door("loop.setDefaultExecutor(executor)", [], (v: never) => new EventLoop().setDefaultExecutor(v)),
  door("loop.runUntilComplete(awaitable)", ["coroutine", "used coroutine"], (v: never) =>
    elsewhere(() => new EventLoop().runUntilComplete(v)),
  ),
  door(
    "loop.callSoon(callback)",
    ["function", "async function"],
    (v: never) => void getRunningLoop().callSoon(v),
  ),
  door("loop.callLater(delay)", numbers, (v: number) => void getRunningLoop().callLater(v, () => {})),
  door(
    "loop.callLater(, callback)",
    ["function", "async function"],
    (v: never) => void getRunningLoop().callLater(0, v),
  ),
  door("loop.callAt(when)", numbers, (v: number) => void getRunningLoop().callAt(v, () => {})),
  door(
    "loop.callAt(, callback)",
    ["function", "async function"],
    (v: never) => void getRunningLoop().callAt(0, v),
  ),
  door("Runner.run(, { context })", nothingAtAll, (v: never) =>
    elsewhere(() => once(new Runner(), { context: v })),
  ),
  door("new EventLoop({ clock })", nothingAtAll, (v: never) => new EventLoop({ clock: v }).close()),
  door("createTask(, { context })", nothingAtAll, (v: never) => createTask(work(), { context: v })),
  door("createTask(, { context, eagerStart })", nothingAtAll, (v: never) =>
    createTask(work(), { context: v, eagerStart: true }),
  ),
  door("Future.addDoneCallback(, { context })", nothingAtAll, (v: never) =>
    getRunningLoop()
      .createFuture()
      .addDoneCallback(() => {}, { context: v }),
  ),
  door("loop.createTask(coroutine)", ["coroutine", "used coroutine"], (v: never) =>
    getRunningLoop().createTask(v),
  ),
  door("loop.runInExecutor(, work)", ["function", "async function"], (v: never) =>
    getRunningLoop().runInExecutor(undefined, v),
  ),
  door("loop.setTaskFactory(factory)", [...nothing, "function", "async function"], (v: never) =>
    new EventLoop().setTaskFactory(v),
  ),
  door("loop.setExceptionHandler(handler)", [...nothing, "function", "async function"], (v: never) =>
    new EventLoop().setExceptionHandler(v),
  ),
  door("loop.observe(observer)", ["function", "async function"], (v: never) => new EventLoop().observe(v)),
  door("new VirtualClock(start)", [...nothing, ...finite], (v: number) => void new VirtualClock(v)),
  door("VirtualClock.advance(seconds)", ["1.5"], (v: number) => new VirtualClock().advance(v)),
  door("new ContextVar(name)", texts, (v: string) => void new ContextVar(v)),
  door(
    "new ContextVar(, options)",
    ["object", "object without a class", "date"],
    (v: never) => void new ContextVar("x", v),
  ),
  door("ContextVar.reset(token)", [], (v: never) => new ContextVar("x").reset(v)),
  door("coroutine(body)", functions, (v: never) => void coroutine(v)),
  door("new Semaphore(value)", ["undefined", "Infinity"], (v: number) => void new Semaphore(v)),
  door("new BoundedSemaphore(value)", ["undefined", "Infinity"], (v: number) => void new BoundedSemaphore(v)),
  door("new Barrier(parties)", [], (v: number) => void new Barrier(v)),
  door("Barrier.with(body)", blocks, (v: never) => new Barrier(1).with(v)),
  door("new Condition(lock)", ["undefined"], (v: never) => void new Condition(v)),
  door("Condition.notify(n)", [...nothing, ...whole, "Infinity"], (v: number) =>
    on(
      () => new Condition(),
      (c) =>
        c.with(function* () {
          c.notify(v);
        }),
    ),
  ),
  door("Condition.waitFor(predicate)", ["function"], (v: never) =>
    on(
      () => new Condition(),
      (c) => c.with(() => c.waitFor(v)),
    ),
  ),
  door("Lock.with(body)", blocks, (v: never) => new Lock().with(v)),
  door("new Queue(maxsize)", [...nothing, ...numbers], (v: number) => void new Queue(v)),
  door(
    "new Queue(, items)",
    ["undefined", "empty array", "array of numbers"],
    (v: never) => void new Queue(1, v),
  ),
  door("new LifoQueue(maxsize)", [...nothing, ...numbers], (v: number) => void new LifoQueue(v)),
  door("new PriorityQueue(maxsize)", [...nothing, ...numbers], (v: number) => void new PriorityQueue(v)),
  door(
    "new PriorityQueue(, isBefore)",
    ["undefined", "function"],
    (v: never) => void new PriorityQueue(1, v),
  ),
  door("asyncFor(source)", [], (v: never) => asyncFor(v, function* () {})),
  door("asyncFor(, block)", blocks, (v: never) => asyncFor(asCompleted([work()]), v)),
  door("aiter(source)", [], (v: never) => void aiter(v)),
  door("anext(cursor)", [], (v: never) => anext(v)),
  door("aclosing(thing)", [], (v: never) => aclosing(v, function* () {})),
  door("aclosing(, block)", blocks, (v: never) => aclosing({ aclose: work }, v)),
  door("asyncGenerator(body)", blocks, (v: never) => void asyncGenerator(v)),
  door("fromAsyncIterable(source)", [], (v: never) => void fromAsyncIterable(v)),
  door("toAsyncIterable(source)", [], (v: never) => void toAsyncIterable(v)),
  door("toAsyncIterable(, options)", bag, (v: never) => void toAsyncIterable(asCompleted([work()]), v)),
  door(
    "toAsyncIterable(, { loop })",
    nothing,
    (v: never) => void toAsyncIterable(asCompleted([work()]), { loop: v }),
  ),
  door("untilShutdown(queue)", [], (v: never) => void untilShutdown(v)),
  door(
    "new BaseExceptionGroup(message)",
    texts,
    (v: never) => void new BaseExceptionGroup(v, [new Error("a")]),
  ),
  door(
    "new BaseExceptionGroup(, errors)",
    ["array of numbers", "coroutine"],
    (v: never) => void new BaseExceptionGroup("x", v),
  ),
  door(
    "BaseExceptionGroup.subgroup(condition)",
    functions,
    (v: never) => void new BaseExceptionGroup("x", [new Error("a")]).subgroup(v),
  ),
  door(
    "BaseExceptionGroup.split(condition)",
    functions,
    (v: never) => void new BaseExceptionGroup("x", [new Error("a")]).split(v),
  ),
  door("new StreamReader(options)", bag, (v: never) => void new StreamReader(v)),
  door(
    "new StreamReader({ limit })",
    ["undefined", "Infinity"],
    (v: never) => void new StreamReader({ limit: v }),
  ),
  door("new StreamReader({ loop })", nothing, (v: never) => void new StreamReader({ loop: v })),
  door("StreamReader.feedData(data)", [], (v: never) => new StreamReader().feedData(v)),
  door("StreamReader.setTransport(transport)", [], (v: never) => new StreamReader().setTransport(v)),
  door("StreamReader.read(n)", [...nothing, ...whole], (v: number) => filled().read(v)),
  door("StreamReader.readexactly(n)", [], (v: number) => filled().readexactly(v)),
  door("StreamReader.readuntil(separator)", [...nothing, "text"], (v: never) => filled().readuntil(v)),
  door("openConnection(host)", [], (v: never) => inMemory(() => openConnection(v, 80))),
  door("openConnection(, port)", [], (v: never) => inMemory(() => toServer(80, undefined, v))),
  door("openConnection(, options)", bag, (v: never) => inMemory(() => toServer(80, v))),
  door("openConnection(, { limit })", ["undefined", "Infinity"], (v: never) =>
    inMemory(() => toServer(80, { limit: v })),
  ),
  door("openConnection(, { ssl })", ["undefined", "null"], (v: never) =>
    inMemory(() => toServer(80, { ssl: v })),
  ),
  door("openConnection(, { serverHostname })", [...nothing, "text"], (v: never) =>
    inMemory(() => toServer(80, { serverHostname: v })),
  ),
  door("openUnixConnection(path)", [], (v: never) => inMemory(() => openUnixConnection(v))),
  door("startServer(clientConnected)", functions, (v: never) =>
    inMemory(() => startServer(v, "localhost", 81)),
  ),
  door("startServer(, host)", ["undefined", "text", "empty text", "empty array"], (v: never) =>
    inMemory(() => startServer(() => {}, v, 82)),
  ),
  door("startServer(, port)", [], (v: never) => inMemory(() => startServer(() => {}, "localhost", v))),
  door("startServer(, options)", bag, (v: never) =>
    inMemory(() => startServer(() => {}, "localhost", 83, v)),
  ),
  door("startServer(, { limit })", ["undefined", "Infinity"], (v: never) =>
    inMemory(() => startServer(() => {}, "localhost", 84, { limit: v })),
  ),
  door("startServer(, { backlog })", nothing, (v: never) =>
    inMemory(() => startServer(() => {}, "localhost", 85, { backlog: v })),
  ),
  door("startServer(, { ssl })", nothing, (v: never) =>
    inMemory(() => startServer(() => {}, "localhost", 86, { ssl: v })),
  ),
  door("startServer(, { startServing })", ["undefined", "true"], (v: never) =>
    inMemory(() => startServer(() => {}, "localhost", 88, { startServing: v })),
  ),
  door("startServer(, { reusePort })", nothing, (v: never) =>
    inMemory(() => startServer(() => {}, "localhost", 89, { reusePort: v })),
  ),
  door("openStdin(options)", bag, (v: never) => openStdin(v)),
  door("openStdin({ limit })", ["undefined", "Infinity"], (v: never) => openStdin({ limit: v })),
  door("startUnixServer(, path)", ["text"], (v: never) => inMemory(() => startUnixServer(() => {}, v))),
  door("StreamWriter.write(data)", [], (v: never) =>
    connected(function* (writer) {
      writer.write(v);
    }),
  ),
  door("StreamWriter.writelines(pieces)", ["empty array", "empty text", "used coroutine"], (v: never) =>
    connected(function* (writer) {
      writer.writelines(v);
    }),
  ),
  door("StreamWriter.startTls(ssl)", [], (v: never) =>
    connected(function* (writer) {
      yield* writer.startTls(v, { serverHostname: "localhost" });
    }),
  ),
  door("StreamWriter.startTls(, options)", [], (v: never) =>
    connected(function* (writer) {
      yield* writer.startTls(true, v);
    }),
  ),
  door("StreamWriter.startTls(, { serverHostname })", [], (v: never) =>
    connected(function* (writer) {
      yield* writer.startTls(true, { serverHostname: v });
    }),
  ),
  door("Server.with(block)", blocks, (v: never) =>
    inMemory(function* () {
      const server = yield* startServer(() => {}, "localhost", 87);
      yield* server.with(v);
    }),
  ),
  door("simulateNetwork(options)", bag, (v: never) => simulateNetwork(v)()),
  door("createSubprocessExec(program)", [], (v: never) => createSubprocessExec(v)),
  door("createSubprocessExec(, argument)", ["text", "empty text"], (v: never) =>
    createSubprocessExec("true", v, {}),
  ),
  door("createSubprocessExec(, { stdin })", [], (v: never) =>
    v === undefined ? refused() : createSubprocessExec("true", { stdin: v }),
  ),
  door("createSubprocessExec(, { env })", ["object", "object without a class", "date"], (v: never) =>
    v === undefined ? refused() : createSubprocessExec("true", { env: v }),
  ),
  door("createSubprocessExec(, { cwd })", ["empty text"], (v: never) =>
    v === undefined ? refused() : createSubprocessExec("true", { cwd: v }),
  ),
  door("createSubprocessExec(, { startNewSession })", ["true"], (v: never) =>
    v === undefined ? refused() : createSubprocessExec("true", { startNewSession: v }),
  ),
  door("createSubprocessExec(, { limit })", ["Infinity"], (v: never) =>
    v === undefined ? refused() : createSubprocessExec("true", { limit: v, stdout: PIPE }),
  ),
  door("createSubprocessShell(command)", ["text", "empty text"], (v: never) => createSubprocessShell(v)),
  door("createSubprocessShell(, options)", ["object", "object without a class", "date"], (v: never) =>
    v === undefined ? refused() : createSubprocessShell("true", v),
  ),
  door("toThread(work)", ["function", "async function"], (v: never) => toThread(v)),
  door("new ThreadPoolExecutor(options)", bag, (v: never) => void new ThreadPoolExecutor(v)),
  door(
    "new ThreadPoolExecutor({ maxWorkers })",
    nothingAtAll,
    (v: never) => void new ThreadPoolExecutor({ maxWorkers: v }),
  ),
  door(
    "new ThreadPoolExecutor({ initializer })",
    [...nothing, "function", "async function"],
    (v: never) => void new ThreadPoolExecutor({ initializer: v }),
  ),
  door(
    "new ThreadPoolExecutor({ initargs })",
    ["undefined", "empty array", "array of numbers", "text", "empty text", "coroutine", "used coroutine"],
    (v: never) => void new ThreadPoolExecutor({ initializer: add, initargs: v }),
  ),
  door(
    "ThreadPoolExecutor.submit(work)",
    ["function", "async function"],
    (v: never) => void new ThreadPoolExecutor().submit(v).cancel(),
  ),
  door(
    "ThreadPoolExecutor.map(work)",
    ["function", "async function"],
    (v: never) => void new ThreadPoolExecutor().map(v, []).cancel(),
  ),
  door(
    "ThreadPoolExecutor.map(, list)",
    ["empty array", "empty text", "text", "array of numbers", "coroutine", "used coroutine"],
    (v: never) => void new ThreadPoolExecutor().map(add as never, v as never).cancel(),
  ),
  door("ThreadPoolExecutor.shutdown(options)", bag, (v: never) => void new ThreadPoolExecutor().shutdown(v)),
  door("ThreadPoolExecutor.with(block)", blocks, (v: never) => new ThreadPoolExecutor().with(v)),
  door("new Pool(processes)", nothing, (v: never) => void new Pool(v)),
  door("new Pool(, options)", bag, (v: never) => void new Pool(1, v)),
  door("Pool.apply(work)", ["function", "async function"], (v: never) => void new Pool(1).apply(v).cancel()),
  door(
    "Pool.apply(, args)",
    ["undefined", "empty array", "array of numbers", "text", "empty text", "coroutine", "used coroutine"],
    (v: never) => void new Pool(1).apply(add, v).cancel(),
  ),
  door("Pool.map(work)", ["function", "async function"], (v: never) => void new Pool(1).map(v, []).cancel()),
  door(
    "Pool.map(, items)",
    ["empty array", "empty text", "text", "array of numbers", "coroutine", "used coroutine"],
    (v: never) => void new Pool(1).map(add as never, v).cancel(),
  ),
  door("Pool.map(, options)", bag, (v: never) => void new Pool(1).map(add as never, [], v).cancel()),
  door(
    "Pool.map(, { chunksize })",
    nothingAtAll,
    (v: never) => void new Pool(1).map(add as never, [], { chunksize: v }).cancel(),
  ),
  door(
    "Pool.starmap(, items)",
    ["empty array", "empty text", "text", "used coroutine"],
    (v: never) => void new Pool(1).starmap(add as never, v as never).cancel(),
  ),
  door(
    "Pool.imap(, items)",
    ["empty array", "empty text", "text", "array of numbers", "coroutine", "used coroutine"],
    (v: never) => void new Pool(1).imap(add as never, v),
  ),
  door(
    "Pool.imapUnordered(work)",
    ["function", "async function"],
    (v: never) => void new Pool(1).imapUnordered(v, []),
  ),
  door("Pool.with(block)", blocks, (v: never) => new Pool(1).with(v)),
  door(
    "transfer(value)",
    ["object without a class", "date", "promise", "coroutine", "used coroutine"],
    (v: never) => void transfer(v),
  ),
  door("transfer(, transferables)", ["empty array"], (v: never) => void transfer({}, v)),
];

/** Where the program itself hands something back, or throws it: much of that is right, and none of it breaks anything. */
export const openDoors: readonly Door[] = [
  door("timeout(, () => value)", [], (v: never) => timeout(1, () => v)),
  door("taskGroup(() => value)", [], (v: never) => taskGroup(() => v)),
  door("Lock.with(() => value)", [], (v: never) => new Lock().with(() => v)),
  door("exceptStar(, [, () => value])", [], (v: never) =>
    exceptStar(
      function* () {
        throw new Error("raised");
      },
      [Error, () => v],
    ),
  ),
  door("asyncFor(, () => value)", [], (v: never) => asyncFor(asCompleted([work()]), () => v)),
  door("asyncFor({ aiter: () => value })", [], (v: never) => asyncFor({ aiter: () => v }, () => work())),
  door("anext({ anext: () => value })", [], (v: never) => anext({ aiter: () => v, anext: () => v })),
  door("aclosing({ aclose: () => value })", [], (v: never) => aclosing({ aclose: () => v }, () => work())),
  door("fromPromise(() => value)", [], (v: never) => fromPromise(() => v)),
  door("loop.setTaskFactory(() => value)", [], function* (v: never) {
    const loop = getRunningLoop();
    loop.setTaskFactory(() => v);
    try {
      yield* gather(work());
    } finally {
      loop.setTaskFactory(undefined);
    }
  }),
  door("loop.callSoon(() => value)", [], (v: never) => void getRunningLoop().callSoon(() => v)),
  door("loop.runInExecutor({ submit: () => value })", [], (v: never) =>
    getRunningLoop().runInExecutor({ submit: () => v, shutdown: () => {} }, add, 1, 2),
  ),
  door("a coroutine that throws a value", [], (v: never) => failing(v)),
  door("a task that throws a value", [], (v: never) => gather([failing(v)], { returnExceptions: true })),
  door("a block that throws a value", [], (v: never) => timeout(1, () => failing(v))),
  door("a group whose task throws a value", [], (v: never) =>
    taskGroup(function* (group) {
      group.createTask(failing(v));
      yield* sleep(1);
    }),
  ),
  door("exceptStar() of a block that throws a value", [], (v: never) =>
    exceptStar(() => failing(v), [Error, () => {}]),
  ),
  door(
    "a callback that throws a value",
    [],
    (v: never) =>
      void getRunningLoop().callSoon(() => {
        throw v;
      }),
  ),
  door("a promise that rejects with a value", [], (v: never) => fromPromise(Promise.reject(v))),
  door("Future.setException(value)", [], (v: never) => {
    const future = getRunningLoop().createFuture();
    future.setException(v);
    return future;
  }),
  door("Future.cancel(message)", [], (v: never) => {
    const future = getRunningLoop().createFuture();
    future.cancel(v);
    return future;
  }),
  door("Task.cancel(message)", [], (v: never) => {
    const task = createTask(work());
    task.cancel(v);
    return task;
  }),
];

function* failing(thrown: unknown): Coroutine<never> {
  yield* sleep(0);
  throw thrown;
}

/** The options of what every program carries. Types look at them: here nothing is refused, and nothing breaks. */
export const unlookedDoors: readonly Door[] = [
  door("run(, options)", [], (v: never) => elsewhere(() => run(work(), v))),
  door("run(, { debug })", [], (v: never) => elsewhere(() => run(work(), { debug: v }))),
  door("new Runner(options)", [], (v: never) => elsewhere(() => once(new Runner(v)))),
  door("Runner.run(, options)", [], (v: never) => elsewhere(() => once(new Runner(), v))),
  door("new EventLoop(options)", [], (v: never) => new EventLoop(v).close()),
  door("createTask(, options)", [], (v: never) => createTask(work(), v)),
  door("createTask(, { name })", [], (v: never) => {
    const task = createTask(work(), { name: v });
    return String(task);
  }),
  door("Task.setName(name)", [], (v: never) => {
    const task = createTask(work());
    task.setName(v);
    return String(task);
  }),
  door("createTask(, { eagerStart })", [], (v: never) => createTask(work(), { eagerStart: v })),
  door("Future.addDoneCallback(, options)", [], (v: never) =>
    createTask(work()).addDoneCallback(() => {}, v),
  ),
  door("gather(, options)", [], (v: never) => gather([work()], v)),
  door("ensureFuture(, options)", [], (v: never) => ensureFuture(work(), v)),
  door("allTasks(loop)", [], (v: never) => void allTasks(v)),
  door("currentTask(loop)", [], (v: never) => void currentTask(v)),
];

async function once(runner: Runner, options?: never | object): Promise<void> {
  await runner.run(work(), options);
  await runner.close();
}

/** Calls from where no loop has the thread. */
function elsewhere<T>(call: () => Promise<T>): Promise<T> {
  return new Promise((resolve) => setImmediate(resolve)).then(call);
}

function refused(): never {
  throw new TypeError("undefined is an option that is left out, got undefined");
}

/** A server that is there, to connect to. */
function* toServer(port: number, options?: object, ...found: [number?]): Coroutine<unknown> {
  yield* startServer(() => {}, "localhost", port);
  return yield* openConnection("localhost", found.length > 0 ? (found[0] as number) : port, options);
}

function filled(): StreamReader {
  const reader = new StreamReader();
  reader.feedData(new Uint8Array([120, 10]));
  reader.feedEof();
  return reader;
}

function* inMemory(body: () => Coroutine<unknown>): Coroutine<void> {
  const end = simulateNetwork();
  try {
    yield* body();
  } finally {
    end();
  }
}

function connected(body: (writer: StreamWriter) => Coroutine<void>): Coroutine<void> {
  return inMemory(function* () {
    yield* startServer(() => {}, "localhost", 90);
    const [, writer] = yield* openConnection("localhost", 90);
    yield* body(writer);
  });
}
