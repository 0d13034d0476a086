import { expectTypeOf, test } from "vitest";
import {
  type AsyncGen,
  aiter,
  anext,
  asyncFor,
  asyncGenerator,
  type Coroutine,
  coroutine,
  createTask,
  type Future,
  fromPromise,
  gather,
  type Queue,
  run,
  type StreamReader,
  sleep,
  type Task,
  taskGroup,
  timeout,
  wait,
} from "../index.ts";

declare const numbers: Coroutine<number>;
declare const texts: Future<string>;
declare const promise: Promise<number>;
declare const queue: Queue<Date>;
declare const reader: StreamReader;
declare const stream: ReadableStream<string>;
declare const events: AsyncIterable<Date>;

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
      if (line.length > 80) return loop.break();
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
