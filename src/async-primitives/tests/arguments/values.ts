import {
  asyncGenerator,
  type Coroutine,
  copyContext,
  Event,
  EventLoop,
  Lock,
  Queue,
  StreamReader,
  sleep,
  ThreadPoolExecutor,
  VirtualClock,
} from "../../index.ts";

/** What somebody may hand to a function by mistake. Each call makes new ones, as a coroutine can be used once. */
export function makeValues(): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ["undefined", undefined],
    ["null", null],
    ["NaN", Number.NaN],
    ["-1", -1],
    ["1.5", 1.5],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["10n", 10n],
    ["true", true],
    ["text", "x"],
    ["empty text", ""],
    ["symbol", Symbol("s")],
    ["object", {}],
    ["object without a class", Object.create(null)],
    ["date", new Date(0)],
    ["empty array", []],
    ["array of numbers", [5]],
    ["promise", Promise.resolve(5)],
    ["function", () => 5],
    ["async function", async () => 5],
    ["generator function", work],
    ["coroutine", work()],
    ["used coroutine", usedUp()],
  ]);
}

/**
 * What nobody hands in by mistake, but a mock, a proxy or a broken class may be: that something else is refused than in
 * `makeValues` is not the matter here, only in whose words.
 */
export function makeHostileValues(): ReadonlyMap<string, unknown> {
  const loop = new EventLoop({ clock: new VirtualClock() });
  return new Map<string, unknown>([
    ["class", class Job {}],
    ["class of the language", Map],
    ["proxy of a class", new Proxy(class Job {}, {})],
    ["function of the host", Math.max],
    ["bound function", (() => 5).bind(undefined)],
    ["map", new Map([[1, 2]])],
    ["weak map", new WeakMap()],
    ["bytes without room", new ArrayBuffer(0)],
    ["generator of numbers", count()],
    ["async generator", countLater()],
    ["iterator with only next", { next: () => ({ done: true, value: 5 }) }],
    [
      "iterable of what only has next",
      { [Symbol.iterator]: () => ({ next: () => ({ done: true, value: 5 }) }) },
    ],
    ["iterable that waits twice and only has next", waitsTwice()],
    ["iterable with a number for an iterator", { [Symbol.iterator]: () => 5 }],
    ["iterable with a number for a method", { [Symbol.iterator]: 5 }],
    ["iterable with a number for a step", { [Symbol.iterator]: () => ({ next: () => 5 }) }],
    ["iterable without an iterator", { [Symbol.iterator]: () => undefined }],
    ["iterable whose iterator lacks next", { [Symbol.iterator]: () => ({}) }],
    ["iterable whose iterator has a number for next", { [Symbol.iterator]: () => ({ next: 5 }) }],
    ["iterable whose step is nothing", { [Symbol.iterator]: () => ({ next: () => undefined }) }],
    ["iterable that throws", { [Symbol.iterator]: throws }],
    ["async iterable with a number for an iterator", { [Symbol.asyncIterator]: () => 5 }],
    ["thenable that throws", thenable(throws)],
    ["thenable with a number for a method", thenable(5)],
    ["thenable that never answers", thenable(() => {})],
    ["object that calls itself a coroutine", { [Symbol.toStringTag]: "Generator" }],
    ["object that calls itself a promise", { [Symbol.toStringTag]: "Promise" }],
    ["object that calls itself a number", { [Symbol.toStringTag]: 5 }],
    ["object that throws as text", { toString: throws, valueOf: throws, [Symbol.toPrimitive]: throws }],
    ["object that is no text", { [Symbol.toPrimitive]: () => ({}) }],
    [
      "object of getters that throw",
      new Proxy({}, { get: throws, has: throws, getPrototypeOf: throws, ownKeys: throws }),
    ],
    ["proxy of an object", new Proxy({}, {})],
    ["proxy of an array", new Proxy([], {})],
    ["proxy of a function", new Proxy(() => 5, {})],
    ["proxy of a coroutine", new Proxy(work(), {})],
    ["proxy of a promise", new Proxy(Promise.resolve(5), {})],
    ["proxy of an error", new Proxy(new Error("the words of who made the value"), {})],
    ["object that inherits from a coroutine", Object.create(work())],
    ["object that inherits from a promise", Object.create(Promise.resolve(5))],
    ...forms("future", loop.createFuture()),
    ...forms("task", loop.createTask(work())),
    ...forms("loop", loop),
    ...forms("lock", new Lock()),
    ...forms("event", new Event()),
    ...forms("queue", new Queue()),
    ...forms("executor", new ThreadPoolExecutor()),
    ...forms("reader", new StreamReader({ loop })),
    ...forms("asynchronous generator", ticks()),
    ...forms("context", copyContext()),
    ...forms("clock", new VirtualClock()),
    ...forms("generator of the language", countLater()),
    ...forms("map", new Map([[1, 2]])),
    ...forms("set", new Set([1])),
    ...forms("array of bytes", new Uint8Array([1])),
    ["proxy of a signal", new Proxy(new AbortController().signal, {})],
    ["list of what inherits from a future", [Object.create(loop.createFuture())]],
    ["list of what inherits from bytes", [Object.create(new Uint8Array([1]))]],
    ["list of proxies of maps", [new Proxy(new Map(), {})]],
    ["list of nothing at all", new Array(2)],
    ["bytes that were given away", givenAway()],
    ["frozen coroutine", Object.freeze(work())],
    ["-0", -0],
    ["number beyond all integers", 2 ** 53 + 2],
    ["largest number", Number.MAX_VALUE],
    ["number beyond 32 bits", 2 ** 31],
    ["function whose name is a symbol", Object.defineProperty(() => 5, "name", { value: Symbol("name") })],
    ["coroutine that yields a proxy of a wait", yieldsProxy()],
    ["revoked proxy of a coroutine", revoked(work())],
    ["revoked proxy of an error", revoked(new Error("nobody can read this"))],
    ["revoked proxy", revoked({})],
    ["revoked proxy of an array", revoked([])],
    ["revoked proxy of a function", revoked(() => 5)],
  ]);
}

/** What only stands for an object of a class: none of these has what is private in it. */
function* forms(name: string, instance: object): Iterable<[string, unknown]> {
  yield [`proxy of a ${name}`, new Proxy(instance, {})];
  yield [`object that inherits from a ${name}`, Object.create(instance)];
  yield [`prototype of a ${name}`, Object.getPrototypeOf(instance)];
}

const ticks = (): object =>
  asyncGenerator<number>(function* (emit) {
    yield* emit(1);
  });

function givenAway(): Uint8Array {
  const bytes = new Uint8Array(8);
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
  return bytes;
}

function* yieldsProxy(): Coroutine<void> {
  const waiting = sleep(0.1)[Symbol.iterator]().next().value as object;
  yield new Proxy(waiting, {}) as never;
}

function thenable(then: unknown): object {
  return { then };
}

function throws(): never {
  throw new Error("the words of who made the value");
}

function waitsTwice(): Iterable<undefined> {
  let steps = 0;
  return { [Symbol.iterator]: () => ({ next: () => ({ done: ++steps > 2, value: undefined }) }) };
}

function revoked<T extends object>(target: T): T {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function* count(): Generator<number> {
  yield 1;
  yield 2;
}

async function* countLater(): AsyncGenerator<number> {
  yield 1;
}

function* work(): Coroutine<number> {
  yield* sleep(0);
  return 5;
}

function usedUp(): Coroutine<number> {
  const coroutine = work();
  while (!coroutine.next().done) {}
  return coroutine;
}
