import { genuineTask } from "#host";
import { checkInstance } from "../errors/check-instance.ts";
import { RuntimeError } from "../errors/errors.ts";
import { waitsFor } from "./call-graph.ts";
import { allTasks, currentTask, Task } from "./task.ts";

/**
 * Where a coroutine of a task stands.
 *
 * @group Tasks
 * @see Python 3.14's `asyncio.FrameCallGraphEntry`
 */
export interface FrameCallGraphEntry {
  /** The name of its function; empty if it has none. */
  readonly functionName: string;
  /** The file, or the address, of the code. */
  readonly file: string;
  /** The line in it, from 1 on. */
  readonly line: number;
}

/**
 * Where a task stands, and which tasks wait for it.
 *
 * @group Tasks
 * @see Python 3.14's `asyncio.FutureCallGraph`
 */
export interface FutureCallGraph {
  /** The task. */
  readonly future: Task<unknown>;
  /** Where its coroutines stand, the innermost first. */
  readonly callStack: readonly FrameCallGraphEntry[];
  /** The tasks that wait for it. */
  readonly awaitedBy: readonly FutureCallGraph[];
}

/**
 * Where a task stands, line by line, and who waits for it: at which `yield*` each of its coroutines has stopped. Nothing is
 * noted while programs run: the task is asked, and does not notice; only an iterator that you have written by hand, and that a
 * coroutine awaits, has its `next()` called once more. Of a task that has not begun, is done or only gives up its turn no
 * line is known; of the one that runs it is the whole stack, down to the loop.
 *
 * @throws RuntimeError when no task is given and none is running.
 * @throws TypeError when it is given anything but a task.
 * @group Tasks
 * @see Python 3.14's `asyncio.capture_call_graph()`
 * @example
 * function* brew(): Coroutine<void> {
 *   yield* sleep(1);
 * }
 *
 * function* makeTea(): Coroutine<void> {
 *   yield* brew();
 * }
 *
 * await run(
 *   (function* (): Coroutine<void> {
 *     const tea = createTask(makeTea());
 *     yield;
 *     const { callStack } = captureCallGraph(tea);
 *     console.log(`${callStack.length} coroutines deep`); // 3 coroutines deep
 *   })(),
 * );
 */
export function captureCallGraph(task: Task<unknown> | undefined = currentTask()): FutureCallGraph {
  if (task === undefined) {
    throw new RuntimeError("captureCallGraph() takes a task when it is called outside of one");
  }
  checkInstance(task, Task, "A call graph is that of a task");
  return capture(genuineTask(task), new Set());
}

function capture(task: Task<unknown>, path: ReadonlySet<Task<unknown>>): FutureCallGraph {
  const below = new Set(path).add(task);
  const awaiters = [...allTasks(task.getLoop())].filter(
    (other) => waitsFor(other.waitingFor, task) && !below.has(other),
  );
  return {
    future: task,
    callStack: stackOf(task),
    awaitedBy: awaiters.map((awaiter) => capture(awaiter, below)),
  };
}

function stackOf(task: Task<unknown>): readonly FrameCallGraphEntry[] {
  const here = framesHere();
  if (task === currentTask()) {
    return here.slice(ownFrames);
  }
  const waiter = task.waitingFor;
  if (waiter === undefined) {
    return [];
  }
  let frames: FrameCallGraphEntry[] = [];
  // An object's own method hides that of its class, as long as it is there.
  waiter.done = () => {
    frames = framesHere();
    return false;
  };
  try {
    task.getCoro().next();
  } finally {
    Reflect.deleteProperty(waiter, "done");
  }
  // First come framesHere(), done() and the wait that asks; last this function and whoever calls it.
  return frames.slice(3, frames.length - here.length + 1);
}

/** framesHere(), stackOf(), capture() and captureCallGraph(). */
const ownFrames = 4;

/** The frames of the stack, all of them: V8 keeps ten, unless it is told otherwise. */
function framesHere(): FrameCallGraphEntry[] {
  const engine = Error as { stackTraceLimit?: number };
  const limit = engine.stackTraceLimit;
  engine.stackTraceLimit = Number.POSITIVE_INFINITY;
  try {
    return (new Error().stack ?? "").split("\n").flatMap(frameOf);
  } finally {
    engine.stackTraceLimit = limit as number;
  }
}

/** A line in the words of V8 or of the others: `at brew.next (file:line:column)`, `brew@file:line:column`. */
const written = /^\s*(?:at (?:(?:async )?(.*?)(?:\.next)? \()?|(.*?)@)(\S.*?):(\d+):\d+\)?$/;

function frameOf(text: string): FrameCallGraphEntry[] {
  const [, v8, other, file, line] = written.exec(text) ?? [];
  return file === undefined ? [] : [{ functionName: v8 ?? other ?? "", file, line: Number(line) }];
}
