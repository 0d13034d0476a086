import {
  CancelledError,
  type Coroutine,
  createTask,
  EventLoop,
  gather,
  run,
  sleep,
  type Task,
  VirtualClock,
  waitFor,
} from "asyncio-ts";
import { describe, expect, test } from "vitest";
import { ConnectionPool } from "../../examples/futures-in-practice/connection-pool/connection-pool.ts";

const sequences = 1000;

interface Connection {
  readonly host: string;
}

const refusal = new Error("the host refuses");

/** Runs in virtual time: a program that waits for nothing any more fails after a day of it. */
function runVirtually<T>(program: Coroutine<T>): Promise<T> {
  const loopFactory = () => new EventLoop({ clock: new VirtualClock() });
  return run(waitFor(program, 86_400), { loopFactory });
}

/** Mulberry32: the same seed gives the same numbers everywhere. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Tally {
  lent: number;
  cancelled: number;
  refused: number;
}

/** One random sequence. Times are few and whole, so that much happens in one iteration of the loop. */
function* borrowAtRandom(seed: number): Coroutine<Tally> {
  const random = seededRandom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const limit = 1 + below(4);
  const limitPerHost = 1 + below(limit);
  const hosts = ["a", "b", "c"].slice(0, 1 + below(3));
  const tally: Tally = { lent: 0, cancelled: 0, refused: 0 };
  const opened: Connection[] = [];
  const lent = new Set<Connection>();

  function* open(host: string): Coroutine<Connection> {
    if (random() < 0.5) {
      yield* sleep(below(3));
    }
    if (random() < 0.1) {
      throw refusal;
    }
    const connection = { host };
    opened.push(connection);
    return connection;
  }

  const pool = new ConnectionPool(open, limit, limitPerHost);

  function* hold(connection: Connection, host: string): Coroutine<void> {
    expect(connection.host).toBe(host);
    expect(lent.has(connection), "somebody else has it already").toBe(false);
    lent.add(connection);
    tally.lent += 1;
    expect(lent.size).toBeLessThanOrEqual(limit);
    expect([...lent].filter((each) => each.host === host).length).toBeLessThanOrEqual(limitPerHost);
    try {
      yield* sleep(below(3));
      if (random() < 0.1) {
        throw refusal;
      }
    } finally {
      lent.delete(connection);
    }
  }

  function* borrow(): Coroutine<void> {
    const host = hosts[below(hosts.length)] as string;
    yield* sleep(below(4));
    yield* pool.use(host, (connection) => hold(connection, host));
  }

  function* cancelSome(tasks: readonly Task<void>[]): Coroutine<void> {
    for (const task of tasks) {
      yield* sleep(below(2));
      for (let turns = below(6); turns > 0; turns--) {
        yield* sleep(0);
      }
      if (random() < 0.4) {
        task.cancel();
      }
    }
  }

  const tasks = Array.from({ length: 3 + below(10) }, () => createTask(borrow()));
  yield* cancelSome(tasks);
  for (const outcome of yield* gather(tasks, { returnExceptions: true })) {
    if (outcome instanceof CancelledError) {
      tally.cancelled += 1;
    } else if (outcome === refusal) {
      tally.refused += 1;
    } else if (outcome instanceof Error) {
      throw outcome;
    }
  }

  expect(pool.lent, "places that were never given back").toBe(0);
  expect(pool.waiting, "waiters that nobody will wake").toBe(0);
  for (const host of hosts) {
    const before = opened.filter((connection) => connection.host === host);
    const now: Connection[] = [];
    for (const _ of before) {
      now.push(yield* pool.acquire(host));
    }
    expect(new Set(now), `the connections to ${host} that are still there`).toEqual(new Set(before));
    expect(now.every((connection) => before.includes(connection))).toBe(true);
    for (const connection of now) {
      pool.release(host, connection);
    }
  }
  return tally;
}

function* openAtOnce(host: string): Coroutine<Connection> {
  return { host };
}

/** Borrows a connection, says so, and keeps it for a second. */
function* visit(pool: ConnectionPool<Connection>, name: string, log: string[], host = "a"): Coroutine<void> {
  yield* pool.use(host, function* () {
    log.push(name);
    yield* sleep(1);
  });
}

describe("the connection pool of the lesson", () => {
  test(`neither loses nor duplicates a connection in ${sequences} random sequences`, async () => {
    const total: Tally = { lent: 0, cancelled: 0, refused: 0 };
    for (let seed = 1; seed <= sequences; seed++) {
      try {
        const { lent, cancelled, refused } = await runVirtually(borrowAtRandom(seed));
        total.lent += lent;
        total.cancelled += cancelled;
        total.refused += refused;
      } catch (cause) {
        throw new Error(`The sequence of seed ${seed} went wrong`, { cause });
      }
    }
    expect(total.lent).toBeGreaterThan(2 * sequences);
    expect(total.cancelled).toBeGreaterThan(sequences);
    expect(total.refused).toBeGreaterThan(sequences / 2);
  });

  test("passes a place on when the one who was woken is cancelled before it runs", async () => {
    const log: string[] = [];
    await runVirtually(
      (function* (): Coroutine<void> {
        const pool = new ConnectionPool(openAtOnce, 1);
        const connection = yield* pool.acquire("a");
        const woken = createTask(visit(pool, "woken", log));
        const next = createTask(visit(pool, "next", log));
        yield* sleep(0);
        pool.release("a", connection);
        woken.cancel();
        yield* next;
      })(),
    );
    expect(log).toEqual(["next"]);
  });

  test("serves those who wait in the order in which they came", async () => {
    const log: string[] = [];
    const names = ["first", "second", "third", "fourth"];
    await runVirtually(
      (function* (): Coroutine<void> {
        const pool = new ConnectionPool(openAtOnce, 1);
        yield* gather(names.map((name) => visit(pool, name, log)));
      })(),
    );
    expect(log).toEqual(names);
  });

  test("passes over one who waits for a host that has no room", async () => {
    const log: string[] = [];
    await runVirtually(
      (function* (): Coroutine<void> {
        const pool = new ConnectionPool(openAtOnce, 2, 1);
        const toB = yield* pool.acquire("b");
        const visits = [
          visit(pool, "a, first", log, "a"),
          visit(pool, "a, second", log, "a"),
          visit(pool, "c", log, "c"),
        ].map((each) => createTask(each));
        yield* sleep(0);
        pool.release("b", toB);
        yield* gather(visits);
      })(),
    );
    expect(log).toEqual(["a, first", "c", "a, second"]);
  });

  test("frees the place when a connection cannot be opened", async () => {
    const attempts: string[] = [];
    await runVirtually(
      (function* (): Coroutine<void> {
        function* open(host: string): Coroutine<Connection> {
          attempts.push(host);
          if (host === "down") {
            throw refusal;
          }
          return { host };
        }
        const pool = new ConnectionPool(open, 1);
        const down = createTask(pool.acquire("down"));
        const up = createTask(pool.acquire("up"));
        yield* gather([down, up], { returnExceptions: true });
        expect(down.exception()).toBe(refusal);
      })(),
    );
    expect(attempts).toEqual(["down", "up"]);
  });
});
