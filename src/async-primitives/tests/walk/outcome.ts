import { types } from "node:util";
import {
  type Coroutine,
  EventLoop,
  type ExceptionContext,
  ensureFuture,
  type Future,
  fromPromise,
  getRunningLoop,
  isFuture,
  run,
  simulateNetwork,
  sleep,
  VirtualClock,
  wait,
} from "../../index.ts";
import type { Thing } from "./things.ts";
import { handedIn } from "./wrong-values.ts";

export interface Outcome {
  /** What was thrown, reported, printed, or rejected and not handled. */
  readonly words: readonly string[];
  /** What must never be. */
  readonly harm: readonly string[];
}

interface Place {
  readonly end?: ((thing: object) => Coroutine<unknown>) | undefined;
  readonly where?: "closed loop" | "another loop" | "no loop";
}

/** How long a call may take on the machine's clock, in milliseconds. Only a guard. */
const guardMs = 20_000;

const printed: string[] = [];
for (const method of ["error", "warn", "log"] as const) {
  console[method] = (...args: unknown[]) => void printed.push(args.map(textOf).join(" "));
}

const harm: string[] = [];
process.on("unhandledRejection", (error) => void harm.push(`unhandled rejection: ${messageOf(error)}`));
process.on("uncaughtException", (error) => void harm.push(`end of the process: ${messageOf(error)}`));

/** In a list of one, as a promise would wait for what can be awaited. */
export async function makeThing(thing: Thing): Promise<[object]> {
  let made: object = {};
  await outcomeOf(thing, (instance) => {
    made = instance;
  });
  return [made];
}

/** Makes a thing, brings it where it shall be, calls it there, and looks at what comes of it. */
export async function outcomeOf(
  thing: Thing,
  call: (instance: object) => unknown,
  { end, where }: Place = {},
): Promise<Outcome> {
  const words: string[] = [];
  const restore = thing.real ? undefined : simulateNetwork({ latency: 0 });
  const newLoop = () => {
    const loop = new EventLoop(thing.real ? {} : { clock: new VirtualClock() });
    const handler = (_: EventLoop, { exception }: ExceptionContext) => void words.push(messageOf(exception));
    handedIn.add(handler);
    loop.setExceptionHandler(handler);
    return loop;
  };
  const limit = thing.real ? 0.004 : 1;
  let instance: object = {};
  const loop = newLoop();
  const scene = async (): Promise<void> => {
    const make = function* (): Coroutine<void> {
      instance = yield* thing.make();
      if (end !== undefined) {
        yield* end(instance);
      }
    };
    const use = function* (): Coroutine<void> {
      try {
        yield* settle(call(instance), limit);
      } catch (error) {
        words.push(messageOf(error));
      }
      // The loop goes on.
      yield* sleep(0);
    };
    if (where === undefined) {
      const both = function* (): Coroutine<void> {
        yield* make();
        yield* use();
      };
      await run(both(), { loopFactory: () => loop });
    } else if (where === "closed loop") {
      await run(make(), { loopFactory: () => loop });
      await run(use(), { loopFactory: newLoop });
    } else {
      await loop.runUntilComplete(make());
      await (where === "another loop"
        ? run(use(), { loopFactory: newLoop })
        : withoutALoop(() => call(instance), words, limit));
    }
  };
  await guarded(scene(), "the call").catch((error) => void words.push(messageOf(error)));
  thing.leave(instance);
  await guarded(putAway(loop), "the end of its loop").catch((error) => void words.push(messageOf(error)));
  restore?.();
  await guarded(nextProgram(), "the next program").catch(
    (error) => void harm.push(`the next program: ${messageOf(error)}`),
  );
  await new Promise((resolve) => setImmediate(resolve));
  words.push(...printed.splice(0));
  return { words, harm: harm.splice(0) };
}

/** What belongs to a loop ends with it. */
async function putAway(loop: EventLoop): Promise<void> {
  if (loop.isRunning()) {
    loop.stop();
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (!loop.isClosed() && !loop.isRunning()) {
    await run(sleep(0), { loopFactory: () => loop });
  }
}

async function guarded(action: Promise<unknown>, what: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<"over">((resolve) => {
    timer = setTimeout(resolve, guardMs, "over");
  });
  try {
    if ((await Promise.race([action, over])) === "over") {
      harm.push(`hangs: ${what}`);
    }
  } finally {
    clearTimeout(timer);
  }
}

async function nextProgram(): Promise<void> {
  let left: unknown;
  try {
    left = getRunningLoop();
  } catch {}
  if (left !== undefined) {
    harm.push("a loop has the thread after its end");
  }
  const five = await run(
    (function* () {
      yield* sleep(0);
      return 5;
    })(),
  );
  if (five !== 5) {
    harm.push("the next program does not run");
  }
}

async function withoutALoop(call: () => unknown, words: string[], limit: number): Promise<void> {
  try {
    const answer = call();
    if (handedIn.has(answer as object)) {
      return;
    }
    const native = types.isGeneratorObject(answer) ? (answer as Coroutine<unknown>).next() : answer;
    await Promise.race([
      typeof (native as PromiseLike<unknown>)?.then === "function" ? native : undefined,
      new Promise((resolve) => (limit < 1 ? setTimeout(resolve, 2) : setImmediate(resolve))),
    ]);
  } catch (error) {
    words.push(messageOf(error));
  }
}

/** Waits for whatever can be waited for, a while. */
function* settle(answer: unknown, limit: number): Coroutine<void> {
  if (handedIn.has(answer as object)) {
    return;
  }
  if (isFuture(answer) && answer.getLoop() !== getRunningLoop()) {
    return;
  }
  if (isFuture(answer)) {
    yield* waitAWhile(answer, limit);
  } else if (types.isGeneratorObject(answer) || isJob(answer)) {
    yield* waitAWhile(ensureFuture(answer as Coroutine<unknown>), limit);
  } else if (typeof (answer as PromiseLike<unknown> | undefined)?.then === "function") {
    yield* waitAWhile(fromPromise(answer as PromiseLike<unknown>), limit);
  } else if (typeof answer === "function") {
    answer();
  } else if (typeof (answer as Iterator<unknown> | undefined)?.next === "function") {
    yield* settle((answer as Iterator<unknown>).next(), limit);
  }
}

/** What waits forever by right is cancelled. Who cleans up may wait once more, as for connections that are to be closed. */
function* waitAWhile(future: Future<unknown>, limit: number): Coroutine<void> {
  for (let requests = 0; requests < 3; requests++) {
    yield* wait([future], { timeout: limit });
    if (future.done()) {
      yield* future;
      return;
    }
    future.cancel();
  }
  harm.push("cannot be cancelled");
}

const isJob = (value: unknown): boolean =>
  typeof (value as { wrap?: unknown } | undefined)?.wrap === "function";

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) {
    return error.errors.map(messageOf).join("; ");
  }
  return textOf((error as Error | undefined)?.message);
}

function textOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return "unreadable";
  }
}
