type Coroutine<T> = Generator<Future<unknown>, T, void>;
const ready: (() => void)[] = [];
let wake = () => {};

class Future<T> {
  done = false;
  result?: T;
  error?: Error;
  readonly callbacks: (() => void)[] = [];
  setResult(result: T): void {
    this.done = true;
    this.result = result;
    ready.push(...this.callbacks);
    wake();
  }
  setError(error: Error): void {
    this.error = error;
    this.setResult(undefined as T);
  }
  *[Symbol.iterator](): Coroutine<T> {
    if (!this.done) {
      yield this;
    }
    if (this.error) {
      throw this.error;
    }
    return this.result as T;
  }
}

function createTask<T>(coroutine: Coroutine<T>): Future<T> {
  const task = new Future<T>();
  ready.push(function step() {
    try {
      const { done, value } = coroutine.next();
      if (done) {
        task.setResult(value);
      } else {
        value.callbacks.push(step);
      }
    } catch (error) {
      task.setError(error instanceof Error ? error : new Error(String(error)));
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

function* divide(a: number, b: number): Coroutine<number> {
  yield* sleep(0.1);
  if (b === 0) {
    throw new Error("divided by zero");
  }
  return a / b;
}

function* main(): Coroutine<void> {
  console.log("6 / 2 =", yield* createTask(divide(6, 2)));
  try {
    console.log("6 / 0 =", yield* createTask(divide(6, 0)));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log("caught:", error.message);
  }
}

await run(createTask(main()));
