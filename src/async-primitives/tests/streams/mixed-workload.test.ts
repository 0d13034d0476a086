import { expect, test } from "vitest";
import {
  allTasks,
  CancelledError,
  type Coroutine,
  createTask,
  gather,
  getRunningLoop,
  IncompleteReadError,
  OSError,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
} from "../../index.ts";
import { describeOverBothNetworks, encode, withServer } from "./networks.ts";

const runCount = 1000;

/** A small generator of random numbers, so that a failing run can be run again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function isExpected(error: unknown): boolean {
  return error instanceof OSError || error instanceof IncompleteReadError || error instanceof CancelledError;
}

/** One run: a server that acknowledges what it has stored, and clients that are cancelled, reset or let be. */
function* workload(random: () => number): Coroutine<void> {
  const stored = new Set<string>();
  const acknowledged = new Set<string>();

  function* store(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
    try {
      for (let line = yield* reader.readline(); line.length > 0; line = yield* reader.readline()) {
        stored.add(new TextDecoder().decode(line));
        if (random() < 0.05) {
          writer.getExtraInfo("socket")?.resetAndDestroy();
          return;
        }
        writer.write(line);
        yield* writer.drain();
      }
    } catch (error) {
      if (!isExpected(error)) {
        throw error;
      }
    } finally {
      writer.close();
    }
  }

  function* send(client: number, address: readonly [string, number]): Coroutine<void> {
    const [reader, writer] = yield* openConnection(...address);
    try {
      for (let n = 0; n < 10; n++) {
        const line = `${client}/${n} ${"x".repeat(random() * 2000)}\n`;
        writer.write(encode(line));
        yield* writer.drain();
        const answer = new TextDecoder().decode(yield* reader.readline());
        if (answer === line) {
          acknowledged.add(line);
        }
        if (random() < 0.05) {
          writer.getExtraInfo("socket")?.resetAndDestroy();
        }
      }
      writer.close();
      yield* writer.waitClosed();
    } finally {
      writer.close();
    }
  }

  yield* withServer(store, function* (address) {
    const clients = Array.from({ length: 4 }, (_, client) => createTask(send(client, address)));
    for (const client of clients) {
      if (random() < 0.5) {
        createTask(cancelAfter(client, Math.floor(random() * 8)));
      }
    }
    const outcomes = yield* gather(clients, { returnExceptions: true });
    for (const outcome of outcomes) {
      if (outcome instanceof Error && !isExpected(outcome)) {
        throw outcome;
      }
    }
  });
  for (const line of acknowledged) {
    expect(stored).toContain(line);
  }
  yield* settle(() => allTasks().size === 1 && getRunningLoop().resources.size === 0);
  expect([...allTasks()].map(String).slice(1)).toEqual([]);
  expect([...getRunningLoop().resources]).toEqual([]);
}

/** Gives what was cancelled or reset some turns to end. */
function* settle(isSettled: () => boolean): Coroutine<void> {
  for (let turn = 0; turn < 5000 && !isSettled(); turn++) {
    yield* sleep(0.001);
  }
}

function* cancelAfter(task: { cancel(): boolean }, turns: number): Coroutine<void> {
  for (let turn = 0; turn < turns; turn++) {
    yield* sleep(0.0005);
  }
  task.cancel();
}

function openHandles(): string[] {
  return process.getActiveResourcesInfo().filter((name) => name.startsWith("TCP"));
}

describeOverBothNetworks("a mixed workload with random cancellations and resets", () => {
  test(`leaves no open handle and loses nothing acknowledged in ${runCount} runs`, async () => {
    const before = openHandles().sort();
    for (let seed = 1; seed <= runCount; seed++) {
      await run(workload(randomFrom(seed)));
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect(openHandles().sort()).toEqual(before);
  });
});
