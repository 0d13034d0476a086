type Coroutine<T> = Generator<Future<unknown>, T, void>;
const ready: (() => void)[] = [];
let wake = () => {};

class Future<T> {
  done = false;
  result?: T;
  readonly callbacks: (() => void)[] = [];
  setResult(result: T): void {
    this.done = true;
    this.result = result;
    ready.push(...this.callbacks);
    wake();
  }
  *[Symbol.iterator](): Coroutine<T> {
    if (!this.done) {
      yield this;
    }
    return this.result as T;
  }
}

function createTask<T>(coroutine: Coroutine<T>): Future<T> {
  const task = new Future<T>();
  ready.push(function step() {
    const { done, value } = coroutine.next();
    if (done) {
      task.setResult(value);
    } else {
      value.callbacks.push(step);
    }
  });
  return task;
}

async function run(task: Future<unknown>): Promise<void> {
  while (!task.done) {
    if (ready.length === 0) {
      await new Promise<void>((resolve) => (wake = resolve));
    }
    for (const callback of ready.splice(0)) {
      callback();
    }
  }
}

function* sleep(delay: number): Coroutine<void> {
  const future = new Future<void>();
  setTimeout(() => future.setResult(), delay * 1000);
  yield* future;
}

function* gather<T>(...coroutines: Coroutine<T>[]): Coroutine<T[]> {
  // Change this: it runs one after the other. All of them are to run at
  // once.
  const results: T[] = [];
  for (const coroutine of coroutines) {
    results.push(yield* coroutine);
  }
  return results;
}

function* square(number: number, delay: number): Coroutine<number> {
  yield* sleep(delay);
  console.log("squared", number);
  return number * number;
}

function* main(): Coroutine<void> {
  const squares = yield* gather(square(2, 0.4), square(3, 0.1), square(4, 0.25));
  console.log(...squares);
}

await run(createTask(main()));
