import { expectTypeOf, test } from "vitest";
import {
  ALL_COMPLETED,
  type AsyncGen,
  aiter,
  anext,
  asCompleted,
  asyncFor,
  asyncGenerator,
  Barrier,
  Condition,
  type Coroutine,
  coroutine,
  createTask,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  type Future,
  fromPromise,
  gather,
  Lock,
  type Queue,
  run,
  Semaphore,
  type StreamReader,
  type Suspension,
  shield,
  sleep,
  type Task,
  type Timeout,
  taskGroup,
  timeout,
  timeoutAt,
  wait,
  waitFor,
} from "../index.ts";

declare const numbers: Coroutine<number>;
declare const texts: Future<string>;
declare const promise: Promise<number>;
declare const list: Coroutine<number>[];
declare const queue: Queue<Date>;
declare const reader: StreamReader;
declare const stream: ReadableStream<string>;
declare const events: AsyncIterable<Date>;
declare const task: Task<boolean>;
declare const optional: { timeout?: number };

test("a forgotten star does not compile", () => {
  function* main(): Coroutine<void> {
    // @ts-expect-error: write yield* sleep(1)
    yield sleep(1);
    // @ts-expect-error: write yield* texts
    yield texts;
    // @ts-expect-error: write yield* createTask(numbers)
    yield createTask(numbers);
    // @ts-expect-error: write yield* fromPromise(promise)
    yield promise;
    // @ts-expect-error: nothing else can be yielded
    yield 1;
    yield;
  }
  expectTypeOf(main).returns.toEqualTypeOf<Coroutine<void>>();
  // The compiler names what is missing, as long as it is one thing.
  expectTypeOf<keyof Suspension>().toEqualTypeOf<"a star: write `yield*`, not `yield`">();
});

test("a promise has to be brought in before it is awaited", () => {
  function* main(): Coroutine<void> {
    // @ts-expect-error: write yield* fromPromise(promise)
    yield* promise;
    // @ts-expect-error: a list of awaitables is not awaitable: use gather
    yield* [numbers];
    expectTypeOf(yield* fromPromise(promise)).toEqualTypeOf<number>();
  }
  main();
});

test("awaiting gives the type of the result", () => {
  function* main(): Coroutine<void> {
    expectTypeOf(yield* numbers).toEqualTypeOf<number>();
    expectTypeOf(yield* texts).toEqualTypeOf<string>();
    expectTypeOf(yield* createTask(numbers)).toEqualTypeOf<number>();
    expectTypeOf(yield* sleep(1)).toEqualTypeOf<void>();
    expectTypeOf(yield* sleep(1, "text")).toEqualTypeOf<string>();
    expectTypeOf(yield* queue.get()).toEqualTypeOf<Date>();
    expectTypeOf(yield* timeout(1, () => numbers)).toEqualTypeOf<number>();
  }
  main();
});

test("gather keeps the type of each result at its place", () => {
  expectTypeOf(gather(numbers, texts)).toEqualTypeOf<Future<[number, string]>>();
  expectTypeOf(gather([numbers, texts])).toEqualTypeOf<Future<[number, string]>>();
  expectTypeOf(gather([numbers, texts], { returnExceptions: true })).toEqualTypeOf<
    Future<[number | Error, string | Error]>
  >();
  expectTypeOf(gather(new Set([numbers]))).toEqualTypeOf<Future<number[]>>();
  // @ts-expect-error: the results come in the order of the arguments
  const wrong: Future<[string, number]> = gather(numbers, texts);
  // @ts-expect-error: a promise has to be brought in with fromPromise
  gather(promise);
  expectTypeOf(wrong).not.toBeAny();
});

test("gather takes whatever can be iterated over, and nothing", () => {
  const byName = new Map([["first", task]]);
  expectTypeOf(gather(byName.values())).toEqualTypeOf<Future<boolean[]>>();
  expectTypeOf(gather(new Set([numbers]).values())).toEqualTypeOf<Future<number[]>>();
  expectTypeOf(gather(new Set([numbers, texts]))).toEqualTypeOf<Future<(number | string)[]>>();
  expectTypeOf(gather(byName.values(), { returnExceptions: true })).toEqualTypeOf<
    Future<(boolean | Error)[]>
  >();
  expectTypeOf(gather([])).toEqualTypeOf<Future<[]>>();
  expectTypeOf(gather()).toEqualTypeOf<Future<[]>>();
  expectTypeOf(gather([numbers])).toEqualTypeOf<Future<[number]>>();
  expectTypeOf(gather(numbers)).toEqualTypeOf<Future<[number]>>();
  function* once() {
    return 1;
  }
  expectTypeOf(gather(once())).toEqualTypeOf<Future<[number]>>();
  expectTypeOf(gather(once(), numbers)).toEqualTypeOf<Future<[number, number]>>();
  expectTypeOf(gather(...list)).toEqualTypeOf<Future<number[]>>();
});

test("asCompleted takes awaitables of several types", () => {
  for (const next of asCompleted([numbers, texts, task])) {
    expectTypeOf(next).toEqualTypeOf<Coroutine<number | string | boolean>>();
  }
  for (const next of asCompleted(new Map([["first", task]]).values())) {
    expectTypeOf(next).toEqualTypeOf<Coroutine<boolean>>();
  }
  asyncFor(asCompleted([task, texts, numbers]), function* (each) {
    expectTypeOf(each).toEqualTypeOf<Task<boolean> | Future<string> | Task<number>>();
  });
  // @ts-expect-error: a promise has to be brought in with fromPromise
  asCompleted([promise]);
});

test("constants keep their types in an object of options", () => {
  const options = { returnWhen: FIRST_COMPLETED };
  wait([task], options);
  const others = [{ returnWhen: FIRST_EXCEPTION }, { returnWhen: ALL_COMPLETED }];
  for (const each of others) {
    wait([task], each);
  }
});

test("a limit that is left out is no limit", () => {
  const { timeout: seconds } = optional;
  waitFor(numbers, seconds);
  waitFor(numbers, null);
  timeout(seconds, () => numbers);
  timeoutAt(seconds, () => numbers);
  wait([task], { timeout: seconds });
  asCompleted([task], { timeout: seconds });
  const move = (scope: Timeout) => scope.reschedule(seconds);
  // @ts-expect-error: a number of seconds
  waitFor(numbers, "1");
  void move;
});

test("blocks need no annotation", () => {
  function* main(): Coroutine<void> {
    const result = yield* timeout(1, function* (scope) {
      expectTypeOf(scope.when()).toEqualTypeOf<number | null>();
      yield* sleep(1);
      return 1;
    });
    expectTypeOf(result).toEqualTypeOf<number>();
    const task = yield* taskGroup(function* (group) {
      return group.createTask(numbers);
    });
    expectTypeOf(task).toEqualTypeOf<Task<number>>();
    const [done] = yield* wait([task]);
    expectTypeOf(done).toEqualTypeOf<Set<Task<number>>>();
  }
  main();
});

test("a block can be anything that is awaited", () => {
  function* main(): Coroutine<void> {
    expectTypeOf(yield* timeout(1, () => gather(numbers, texts))).toEqualTypeOf<[number, string]>();
    expectTypeOf(yield* timeout(1, () => task)).toEqualTypeOf<boolean>();
    expectTypeOf(yield* timeoutAt(1, () => shield(task))).toEqualTypeOf<boolean>();
    expectTypeOf(yield* taskGroup((group) => group.createTask(numbers))).toEqualTypeOf<number>();
    expectTypeOf(yield* new Lock().with(() => texts)).toEqualTypeOf<string>();
    expectTypeOf(yield* new Semaphore().with(() => texts)).toEqualTypeOf<string>();
    expectTypeOf(yield* new Condition().with(() => texts)).toEqualTypeOf<string>();
    expectTypeOf(yield* new Barrier(1).with((index) => sleep(1, index))).toEqualTypeOf<number>();
    const pair = yield* new Lock().with(function* () {
      return [yield* numbers, yield* texts] as const;
    });
    expectTypeOf(pair).toEqualTypeOf<readonly [number, string]>();
  }
  main();
});

test("a block with a forgotten star, or without one, does not compile", () => {
  // @ts-expect-error: write yield* sleep(1)
  timeout(1, function* () {
    yield sleep(1);
  });
  // @ts-expect-error: write yield* texts
  new Lock().with(function* () {
    yield texts;
  });
  // @ts-expect-error: write yield* group.createTask(numbers)
  taskGroup(function* (group) {
    yield group.createTask(numbers);
  });
  // @ts-expect-error: write function* instead of async
  timeout(1, async () => {});
  // @ts-expect-error: write function* instead of async
  new Semaphore().with(async () => {});
  // @ts-expect-error: write function* instead of async
  taskGroup(async () => {});
  // @ts-expect-error: gather() them
  timeout(1, () => [numbers]);
  // @ts-expect-error: nothing is awaited
  timeout(1, () => {});
});

test("coroutine() types a generator function that has no annotation", () => {
  const double = coroutine(function* (n: number) {
    yield* sleep(1);
    return n * 2;
  });
  expectTypeOf(double).toEqualTypeOf<(n: number) => Coroutine<number>>();
  // @ts-expect-error: a forgotten star is found here too
  coroutine(function* () {
    yield sleep(1);
  });
});

test("tasks and runs take coroutines, not functions that make them", () => {
  function* main(): Coroutine<number> {
    return 1;
  }
  expectTypeOf(run(main())).toEqualTypeOf<Promise<number>>();
  // @ts-expect-error: call it, as in main()
  run(main);
  // @ts-expect-error: call it, as in main()
  createTask(main);
  // @ts-expect-error: an async function cannot be cancelled
  createTask((async () => 1)());
});

test("an asynchronous loop knows what its source gives", () => {
  function* main(): Coroutine<void> {
    const isThrough = yield* asyncFor(reader, function* (line, loop) {
      expectTypeOf(line).toEqualTypeOf<Uint8Array>();
      if (line.length > 80) {
        return loop.break();
      }
      yield* sleep(1);
    });
    expectTypeOf(isThrough).toEqualTypeOf<boolean>();
    yield* asyncFor(stream, function* (chunk) {
      expectTypeOf(chunk).toEqualTypeOf<string>();
    });
    yield* asyncFor(events, (event) => {
      expectTypeOf(event).toEqualTypeOf<Date>();
      return sleep(1);
    });
    expectTypeOf(yield* anext(aiter(events))).toEqualTypeOf<Date>();
    expectTypeOf(yield* anext(aiter(events), null)).toEqualTypeOf<Date | null>();
    // @ts-expect-error: a list is no asynchronous source
    yield* asyncFor([1, 2], function* () {});
    // @ts-expect-error: the block is no async function
    yield* asyncFor(reader, async () => {});
    // @ts-expect-error: a forgotten star is found here too
    yield* asyncFor(reader, function* () {
      yield sleep(1);
    });
  }
  main();
});

test("an asynchronous generator has the types of what it emits and of what it is sent", () => {
  function numbers(): AsyncGen<number, string> {
    return asyncGenerator(function* (emit) {
      expectTypeOf(yield* emit(1)).toEqualTypeOf<string | undefined>();
      // @ts-expect-error: only numbers
      yield* emit("one");
    });
  }
  expectTypeOf(numbers().anext()).toEqualTypeOf<Coroutine<number>>();
  expectTypeOf(numbers().asend("more")).toEqualTypeOf<Coroutine<number>>();
  expectTypeOf(asyncGenerator<Date>(function* () {})).toEqualTypeOf<AsyncGen<Date>>();
  // @ts-expect-error: it takes strings
  numbers().asend(1);
});
