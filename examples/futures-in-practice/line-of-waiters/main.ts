import { type Coroutine, type Future, gather, getRunningLoop, run, sleep } from "asyncio-ts";

class Pool {
  readonly #idle: string[];
  readonly #waiters: Future<string>[] = [];

  constructor(connections: string[]) {
    this.#idle = [...connections];
  }

  *acquire(): Coroutine<string> {
    const connection = this.#idle.shift();
    if (connection !== undefined) {
      return connection;
    }
    const waiter = getRunningLoop().createFuture<string>();
    this.#waiters.push(waiter);
    return yield* waiter;
  }

  release(connection: string): void {
    const waiter = this.#waiters.shift();
    if (waiter !== undefined) {
      waiter.setResult(connection);
    } else {
      this.#idle.push(connection);
    }
  }
}

function* visit(name: string, pool: Pool): Coroutine<void> {
  const connection = yield* pool.acquire();
  console.log(`${name} takes ${connection}`);
  yield* sleep(0.1);
  console.log(`${name} gives ${connection} back`);
  pool.release(connection);
}

function* main(): Coroutine<void> {
  const pool = new Pool(["the only line"]);
  const names = ["Ann", "Bob", "Cid"];
  yield* gather(names.map((name) => visit(name, pool)));
}

await run(main());
