import { CancelledError, type Coroutine, createTask, gather, run, sleep } from "asyncio-ts";
import { ConnectionPool } from "./connection-pool.ts";

const host = "example.org";
let opened = 0;

function* open(host: string): Coroutine<string> {
  yield* sleep(0.01);
  opened += 1;
  return `line ${opened} to ${host}`;
}

const pool = new ConnectionPool(open, 2);

function* visit(name: string): Coroutine<void> {
  try {
    yield* pool.use(host, function* (line) {
      console.log(`${name} has ${line}`);
      yield* sleep(0.3);
      console.log(`${name} is finished`);
    });
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log(`${name} gives up`);
    }
    throw error;
  }
}

function* main(): Coroutine<void> {
  const line = yield* pool.acquire(host);
  const names = ["Bob", "Cid", "Dan", "Eve"];
  const tasks = names.map((name) => createTask(visit(name), { name }));
  const [, cid, dan] = tasks;
  yield* sleep(0.1);
  console.log("lent:", pool.lent, "waiting:", pool.waiting);

  cid?.cancel(); // while it waits
  yield* sleep(0);

  pool.release(host, line);
  console.log("main gives its line back; next is Dan");
  dan?.cancel(); // woken, and has not run yet

  yield* gather(tasks, { returnExceptions: true });
  console.log("lent:", pool.lent, "waiting:", pool.waiting);
  console.log("lines opened in all:", opened);
}

await run(main());
