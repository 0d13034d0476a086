import { type Coroutine, createTask, type Future, getRunningLoop, run, sleep } from "asyncio-ts";

class Line {
  #isFree = true;
  readonly #waiters: Future<void>[] = [];

  *acquire(): Coroutine<void> {
    if (this.#isFree) {
      this.#isFree = false;
      return;
    }
    const waiter = getRunningLoop().createFuture<void>();
    this.#waiters.push(waiter);
    yield* waiter;
  }

  release(): void {
    const waiter = this.#waiters.shift();
    if (waiter === undefined) {
      this.#isFree = true;
    } else {
      waiter.setResult();
    }
  }
}

const line = new Line();

function* ann(): Coroutine<void> {
  console.log("Ann asks for it");
  yield* line.acquire();
  console.log("Ann has the line");
  line.release();
  console.log("Ann has given it back");
}

function* main(): Coroutine<void> {
  yield* line.acquire();
  console.log("Bob has the line");
  const calling = createTask(ann());
  yield* sleep(0);

  line.release();
  console.log("Bob has given it back");
  yield* line.acquire();
  console.log("Bob has it once more");
  line.release();
  yield* calling;
}

await run(main());
