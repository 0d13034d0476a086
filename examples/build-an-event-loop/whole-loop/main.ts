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

function* talk(port: MessagePort): Coroutine<string> {
  yield* sleep(0.3);
  port.postMessage("hello");
  return "sent";
}

function* main(): Coroutine<void> {
  const { port1: here, port2: there } = new MessageChannel();
  const message = new Future<string>();
  here.onmessage = ({ data }) => message.setResult(data);
  const talking = createTask(talk(there));
  console.log("received:", yield* message);
  console.log("talk says:", yield* talking);
  here.close();
}

await run(createTask(main()));
