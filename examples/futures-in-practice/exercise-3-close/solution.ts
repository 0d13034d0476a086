import {
  type Coroutine,
  createTask,
  type Future,
  getRunningLoop,
  run,
  sleep,
  TimeoutError,
  timeout,
  wait,
} from "asyncio-ts";

class PoolClosed extends Error {}

class Pool {
  #waiters: Future<string>[] = [];

  /** The pool is empty, so that everybody waits. */
  *acquire(): Coroutine<string> {
    const waiter = getRunningLoop().createFuture<string>();
    this.#waiters.push(waiter);
    return yield* waiter;
  }

  close(): void {
    for (const waiter of this.#waiters) {
      if (!waiter.done()) {
        waiter.setException(new PoolClosed("the pool is closed"));
      }
    }
    this.#waiters = [];
  }
}

function* visit(name: string, pool: Pool): Coroutine<void> {
  try {
    yield* timeout(0.3, () => pool.acquire());
  } catch (error) {
    if (error instanceof PoolClosed) {
      console.log(`${name}: ${error.message}`);
    } else if (error instanceof TimeoutError) {
      console.log(`${name} waited until the timeout`);
    } else {
      throw error;
    }
  }
}

function* main(): Coroutine<void> {
  const pool = new Pool();
  const names = ["Ann", "Bob", "Cid"];
  const tasks = names.map((name) => createTask(visit(name, pool)));
  yield* sleep(0);
  tasks[1]?.cancel();
  pool.close();
  yield* wait(tasks);
  console.log("Bob was cancelled:", tasks[1]?.cancelled());
}

await run(main());
