import { describe, expect, test } from "vitest";
import { endOf } from "../../src/sandbox/end-of-program.ts";
import { PendingWork } from "../../src/sandbox/pending-work.ts";

/** An engine that tells of rejections so many times until a program is over; the program works on meanwhile. */
class Engine {
  times = 0;
  readonly #meanwhile: () => void;

  constructor(meanwhile: () => void) {
    this.#meanwhile = meanwhile;
  }

  async told(): Promise<void> {
    this.times++;
    await Promise.resolve();
    if (this.times === 1) {
      this.#meanwhile();
    }
  }
}

function start(meanwhile: (pendingWork: PendingWork) => void, importsLater = false) {
  const pendingWork = new PendingWork();
  const engine = new Engine(() => meanwhile(pendingWork));
  const isEvaluated = () => true;
  return {
    pendingWork,
    engine,
    end: () => endOf({ pendingWork, rejections: engine, importsLater, isEvaluated }),
  };
}

describe("rejections are told once more, since those of this work may have come too late to be told of", () => {
  test("work that begins in the turn in which nothing is left, and ends while they are told", async () => {
    let endWork = () => {};
    const { pendingWork, engine, end } = start(() => endWork());
    const endLoading = pendingWork.keepAlive();
    const ended = end();

    endLoading();
    endWork = pendingWork.keepAlive();

    expect(await ended).toBe("done");
    expect(engine.times).toBe(2);
  });

  test("work that begins and ends while they are told", async () => {
    const { engine, end } = start((pendingWork) => pendingWork.keepAlive()());

    expect(await end()).toBe("done");
    expect(engine.times).toBe(2);
  });

  test("work that begins and ends while it is not sure whether there will be any", async () => {
    const { engine, end } = start((pendingWork) => {
      setTimeout(() => pendingWork.keepAlive()(), 20);
    }, true);

    expect(await end()).toBe("done");
    expect(engine.times).toBe(2);
  });
});

test("a program without any work is over when all rejections have been told", async () => {
  const { engine, end } = start(() => {});

  expect(await end()).toBe("done");
  expect(engine.times).toBe(1);
});
