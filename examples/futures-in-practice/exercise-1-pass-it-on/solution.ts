import {
  CancelledError,
  type Coroutine,
  createTask,
  type Future,
  getRunningLoop,
  run,
  sleep,
  TimeoutError,
  waitFor,
} from "asyncio-ts";

class Pool {
  readonly #idle: string[];
  readonly #waiters: Future<string>[] = [];

  constructor(connection: string) {
    this.#idle = [connection];
  }

  *acquire(): Coroutine<string> {
    const connection = this.#idle.shift();
    if (connection !== undefined) {
      return connection;
    }
    const waiter = getRunningLoop().createFuture<string>();
    this.#waiters.push(waiter);
    try {
      return yield* waiter;
    } catch (error) {
      const woken = error instanceof CancelledError && !waiter.cancelled();
      if (woken) {
        this.release(waiter.result());
      }
      throw error;
    }
  }

  release(connection: string): void {
    let waiter = this.#waiters.shift();
    while (waiter?.done()) {
      waiter = this.#waiters.shift();
    }
    if (waiter !== undefined) {
      waiter.setResult(connection);
    } else {
      this.#idle.push(connection);
    }
  }
}

function* main(): Coroutine<void> {
  const pool = new Pool("the only line");
  const line = yield* pool.acquire();
  const ann = createTask(pool.acquire());
  const bob = createTask(pool.acquire());
  yield* sleep(0);

  pool.release(line);
  ann.cancel();
  try {
    console.log("Bob has", yield* waitFor(bob, 0.3));
  } catch (error) {
    if (!(error instanceof TimeoutError)) {
      throw error;
    }
    console.log("Bob waited in vain");
  }
}

await run(main());
