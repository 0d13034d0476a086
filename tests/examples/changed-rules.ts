import { join } from "node:path";
import { type Example, examplesFolder } from "../../src/examples/read-example.ts";
import { linesOf, type WrongOutputs } from "../../src/examples/read-puzzle.ts";
import { type MisconceptionId, misconceptions } from "../../src/puzzle/misconceptions.ts";
import { onVirtualTime, runProgram } from "./run-program.ts";

/** Makes of a program one that does what a misconception says. */
type Change = (code: string) => string;

const before =
  (prelude: string): Change =>
  (code) =>
    `${prelude}\n${code}`;

const replace =
  (pattern: RegExp, replacement: string): Change =>
  (code) =>
    code.replace(pattern, replacement);

const inOrder =
  (...changes: readonly Change[]): Change =>
  (code) =>
    changes.reduce((changed, change) => change(changed), code);

/** The rule to each misconception: the program as it is, in a world where the misconception is true. */
const changedRules: Readonly<Record<MisconceptionId, Change>> = {
  "async-begins-later": replace(
    /(async (?:function \w+)?\([^)]*\)(?:: [\w<>[\]]+)?(?: =>)? \{)/g,
    "$1 await null;",
  ),
  "await-goes-straight-on": replace(/\bawait (?!run\()/g, ""),
  "microtask-runs-at-once": before("const queueMicrotask = (callback) => callback();"),
  "timer-runs-at-once": replace(/setTimeout\((.*), 0\)/g, "($1)()"),
  // What is in a callback of the host is preceded by its nextTick, before all microtasks.
  "timers-before-microtasks": (code) =>
    `const soon = (callback) => process.nextTick(callback);
    setImmediate(() => { ${code.replaceAll(/setTimeout\((.*), 0\)/g, "soon($1)")} });`,
  "microtasks-after-each-listener": inOrder(
    replace(/addEventListener\((.*), (\(\) => .*)\);/g, "addEventListener($1, emptyingAfter($2));"),
    before(`
      const queue = [];
      let isListening = false;
      const microtask = globalThis.queueMicrotask;
      const queueMicrotask = (callback) => (isListening ? queue.push(callback) : microtask(callback));
      const emptyingAfter = (listener) => () => {
        isListening = true;
        listener();
        isListening = false;
        for (const callback of queue.splice(0)) callback();
      };`),
  ),
  "call-begins": inOrder(
    (code) =>
      code.replace(/const (\w+) = ((\w+)\(.*\));/g, (statement, name, call, callee) =>
        code.includes(`function* ${callee}(`) ? `const ${name} = begun(${call});` : statement,
      ),
    before(`
      function begun(coroutine) {
        const first = coroutine.next();
        return {
          *[Symbol.iterator]() {
            let step = first;
            while (!step.done) {
              step = coroutine.next(yield step.value);
            }
            return step.value;
          },
        };
      }`),
  ),
  "task-begins-at-once": inOrder(
    replace(/run\(main\(\)\)/, "run(eagerly(main()))"),
    before(`
      import { eagerTaskFactory, getRunningLoop as runningLoop } from "asyncio-ts";
      function* eagerly(main) {
        runningLoop().setTaskFactory(eagerTaskFactory);
        return yield* main;
      }`),
  ),
  "task-begins-when-awaited": inOrder(
    replace(/createTask\(/g, "whenAwaited("),
    before(`
      import { createTask as begin } from "asyncio-ts";
      const whenAwaited = (coroutine, options) => ({
        *[Symbol.iterator]() {
          return yield* begin(coroutine, options);
        },
      });`),
  ),
  "awaiting-gives-way": inOrder(
    replace(/^( *)((?:const \w+ = )?yield\* (?!sleep|giveWay))/gm, "$1yield* giveWayFirst(0); $2"),
    before('import { sleep as giveWayFirst } from "asyncio-ts";'),
  ),
  "giving-way-once-waits-for-all": inOrder(
    replace(/yield\* (sleep\(0\)|giveWay\((?!1\)).*?\))/g, "yield* afterAll($1)"),
    before(`
      import { allTasks, currentTask as thisTask, wait as waitFor } from "asyncio-ts";
      function* afterAll(waiting) {
        yield* waitFor([...allTasks()].filter((task) => task !== thisTask()));
        return yield* waiting;
      }`),
  ),
  "results-in-order-of-readiness": inOrder(
    replace(/of tasks\)/g, "of asReady(tasks))"),
    before('import { asCompleted as asReady } from "asyncio-ts";'),
  ),
  "cancel-ends-at-once": inOrder(
    replace(/\.cancel\(\);/g, ".cancel(); yield* askedTask(0);"),
    before('import { sleep as askedTask } from "asyncio-ts";'),
  ),
  // Whoever waits goes on in the next iteration; the run still lasts until the clean-up has ended.
  "ended-before-clean-up": inOrder(
    replace(/yield\* wait\(\[task\]\)/g, "yield* nextIteration(0)"),
    replace(/run\(main\(\)\)/, "run(andCleanUp(main()))"),
    before(`
      import { allTasks, currentTask as thisTask, sleep as nextIteration, wait as waitFor } from "asyncio-ts";
      function* andCleanUp(main) {
        yield* main;
        yield* waitFor([...allTasks()].filter((task) => task !== thisTask()));
      }`),
  ),
  "callback-runs-at-once": inOrder(
    replace(/future\.addDoneCallback\(/g, "callWhenSet(future, "),
    replace(/future\.setResult\((.*)\);/g, "future.setResult($1); for (const call of whenSet) call(future);"),
    before(`
      const whenSet = [];
      const callWhenSet = (future, callback) => (future.done() ? callback(future) : whenSet.push(callback));`),
  ),
  "gather-waits-for-all": inOrder(
    replace(/yield\* gather\(/g, "yield* gatherAll("),
    before(`
      import { createTask as startTask, wait as waitForEach } from "asyncio-ts";
      function* gatherAll(...coroutines) {
        const tasks = coroutines.map((coroutine) => startTask(coroutine));
        yield* waitForEach(tasks);
        for (const task of tasks) yield* task;
      }`),
  ),
};

/**
 * Runs an example under each misconception. Those are kept that bring out the same lines in another order: what prints
 * the same explains no mistake, and what prints other lines is no order of these. Of several with one order the first is.
 */
export async function runUnderMisconceptions(example: Example): Promise<WrongOutputs> {
  const code = example.files.find(({ name }) => name === example.active)?.code ?? "";
  const right = linesOf(example.output);
  const wrong: WrongOutputs = {};
  for (const id of Object.keys(misconceptions) as MisconceptionId[]) {
    const changed = changedRules[id](code);
    const lines = changed === code ? right : await linesPrintedBy(changed, example);
    const isNew = !Object.values(wrong).some((known) => isSame(known, lines));
    if (isNew && isAnotherOrder(lines, right)) {
      wrong[id] = lines;
    }
  }
  return wrong;
}

/** A program that a changed rule breaks has no order: nothing. */
async function linesPrintedBy(code: string, { path }: Example): Promise<string[]> {
  const fromText = [...onVirtualTime(".ts"), "--input-type=module-typescript", "--eval"];
  try {
    return linesOf(
      await runProgram(process.execPath, code, join(examplesFolder(), path), "virtual", fromText),
    );
  } catch {
    return [];
  }
}

function isAnotherOrder(lines: readonly string[], right: readonly string[]): boolean {
  return isSame(lines.toSorted(), right.toSorted()) && !isSame(lines, right);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, at) => line === other[at]);
}
