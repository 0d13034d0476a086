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

const after =
  (end: string): Change =>
  (code) =>
    `${code}\n${end}`;

const replace =
  (pattern: RegExp, replacement: string | ((found: string) => string)): Change =>
  (code) =>
    code.replace(pattern, replacement as string);

/** Of a rule that is another one for each kind of program. */
const each =
  (...changes: readonly Change[]): Change =>
  (code) =>
    changes.reduce((changed, change) => change(changed), code);

/** A program in which the first change finds nothing has nothing to do with the rule, and stays as it is. */
const inOrder =
  (first: Change, ...others: readonly Change[]): Change =>
  (code) => {
    const begun = first(code);
    return begun === code ? code : each(...others)(begun);
  };

/** Of a rule that is another one for one kind of program: the second change is for those in which the first finds nothing. */
const either =
  (first: Change, second: Change): Change =>
  (code) => {
    const changed = first(code);
    return changed === code ? second(code) : changed;
  };

/** Has a run last until the clean-up of all its tasks has ended. */
const untilAllHaveEnded = inOrder(
  replace(/run\(main\(\)\)/, "run(andCleanUp(main()))"),
  before(`
    import { allTasks, currentTask as thisTask, wait as waitFor } from "asyncio-ts";
    function* andCleanUp(main) {
      yield* main;
      yield* waitFor([...allTasks()].filter((task) => task !== thisTask()));
    }`),
);

/** Has each text set an event when it is read. */
const tellingWhatIsRead = inOrder(
  replace(/text\((yield\* \S+\.readline\(\))\)/g, "told(text($1))"),
  before(`
    import { Event as Read } from "asyncio-ts";
    const events = new Map();
    const eventOf = (line) => events.get(line) ?? events.set(line, new Read()).get(line);
    function told(line) {
      eventOf(line).set();
      return line;
    }`),
);

/** The rule to each misconception: the program as it is, in a world where the misconception is true. */
const changedRules: Readonly<Record<MisconceptionId, Change>> = {
  "async-begins-later": replace(
    /(async (?:function \w+)?\([^)]*\)(?:: [\w<>[\]]+)?(?: =>)? \{)/g,
    "$1 await null;",
  ),
  // What has only been begun is not there.
  "await-goes-straight-on": replace(/\bawait (?!run\(|promise\b)/g, ""),
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
  // Of coroutines that an example drives itself.
  "delegating-gives-way": replace(/yield\* (cook\("tea"\);\n\})/g, "yield; yield* $1"),
  "awaiting-gives-way": inOrder(
    replace(/^( *)((?:const \w+ = )?yield\* (?!sleep|giveWay))/gm, "$1yield* giveWayFirst(0); $2"),
    before('import { sleep as giveWayFirst } from "asyncio-ts";'),
  ),
  "thread-holds-up-the-loop": replace(/yield\* toThread\((\w+)(?:, (\w+))?\)/g, "$1($2)"),
  "giving-way-once-waits-for-all": either(
    // One that counts has a gather wait for it, and would wait for that.
    replace(/(counted.*\n *)yield\* sleep\(0\);/, "$1yield* sleep(0.01);"),
    inOrder(
      replace(/yield\* (sleep\(0\)|giveWay\((?!1\)).*?\))/g, "yield* afterAll($1)"),
      before(`
        import { allTasks, currentTask as thisTask, wait as waitFor } from "asyncio-ts";
        function* afterAll(waiting) {
          yield* waitFor([...allTasks()].filter((task) => task !== thisTask()));
          return yield* waiting;
        }`),
    ),
  ),
  "results-in-order-of-readiness": inOrder(
    replace(/of tasks\)/g, "of asReady(tasks))"),
    before('import { asCompleted as asReady } from "asyncio-ts";'),
  ),
  "cancel-ends-at-once": inOrder(
    replace(/\.cancel\(\);/g, ".cancel(); yield* askedTask(0);"),
    before('import { sleep as askedTask } from "asyncio-ts";'),
  ),
  // The request is passed on when the asked one is gone.
  "the-asked-ends-first": inOrder(
    replace(/yield\* downloading;/, "yield* passingOnLater(downloading);"),
    before(`
      import { shield as apart } from "asyncio-ts";
      function* passingOnLater(task) {
        try {
          return yield* apart(task);
        } catch (request) {
          task.cancel();
          throw request;
        }
      }`),
  ),
  // Whoever waits goes on in the next iteration; the run still lasts until the clean-up has ended.
  "ended-before-clean-up": each(
    inOrder(
      replace(/yield\* wait\(\[task\]\)/g, "yield* nextIteration(0)"),
      untilAllHaveEnded,
      before('import { sleep as nextIteration } from "asyncio-ts";'),
    ),
    inOrder(
      replace(/yield\* downloading;/, "yield* untilAsked(downloading);"),
      before(`
        import { shield as apart, sleep as nextIteration } from "asyncio-ts";
        function* untilAsked(task) {
          try {
            return yield* apart(task);
          } catch (request) {
            task.cancel();
            yield* nextIteration(0);
            throw request;
          }
        }`),
    ),
  ),
  "callback-runs-at-once": inOrder(
    replace(/future\.addDoneCallback\(/g, "callWhenSet(future, "),
    replace(
      /future\.setResult\((.*)\);/g,
      "future.setResult($1); isSet = true; for (const call of whenSet) call(future);",
    ),
    before(`
      let isSet = false;
      const whenSet = [];
      const callWhenSet = (future, callback) => (isSet ? callback(future) : whenSet.push(callback));`),
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
  // A thread that answers in between is a sleep, for virtual time would jump over the work of a real one.
  "answer-interrupts": inOrder(
    replace(/while \(performance\.now\(\) < end\) \{\}/, "yield* sleep(0.3);"),
    replace(/yield\* toThread\((\w+)\)/g, "(yield* sleep(0.1), $1())"),
  ),
  // Who awaits them all at the end has begun them all.
  "waits-always-overlap": inOrder(
    replace(/yield\* (fetchPage\(.*\));(?=\n *yield\* gather)/, "const other = begunAsTask($1);"),
    replace(/yield\* gather\(/, "yield* gather(other, "),
    before('import { createTask as begunAsTask } from "asyncio-ts";'),
  ),
  "sleep-of-zero-is-none": each(
    replace(/(counted.*\n *)yield\* sleep\(0\);/, "$1"),
    // What has been scheduled comes when main has ended.
    inOrder(
      replace(/yield\* sleep\(0\);(?=\n.*"main (?:is back|ends)")/g, ""),
      replace(/console\.log\("main ends"\);/, "$& yield* sleep(0.1);"),
    ),
  ),
  "lock-holds-up-all": replace(/yield\* sleep\(0\.4\);(?=\n.*clock)/, "yield* file.with(() => sleep(0.4));"),
  "gather-one-after-the-other": inOrder(
    replace(/yield\* gather\(/g, "yield* inTurn("),
    before(`
      function* inTurn(...coroutines) {
        for (const coroutine of coroutines) yield* coroutine;
      }`),
  ),
  "generator-begins-when-called": inOrder(
    replace(/const words = (\w+\(\));/, "const words = begunGenerator($1);"),
    before(`
      function begunGenerator(generator) {
        let first = generator.next();
        return {
          next() {
            const step = first ?? generator.next();
            first = undefined;
            return step;
          },
        };
      }`),
  ),
  "yield-goes-on": inOrder(
    replace(/const words = (\w+\(\));/, "const words = runningAhead($1);"),
    before(`
      function runningAhead(generator) {
        let ahead;
        return {
          next() {
            const step = ahead ?? generator.next();
            ahead = generator.next();
            return step;
          },
        };
      }`),
  ),
  "values-are-collected-first": each(
    replace(/of (dinner\(\))\)/, "of [...$1])"),
    inOrder(
      replace(/yield\* asyncFor\(/g, "yield* afterCollecting("),
      before(`
        import { asyncFor as forEach } from "asyncio-ts";
        function* afterCollecting(source, block) {
          const values = [];
          yield* forEach(source, function* (value) {
            values.push(value);
          });
          let isLeft = false;
          for (const value of values) {
            yield* block(value, { break: () => { isLeft = true; } });
            if (isLeft) return;
          }
        }`),
    ),
  ),
  "source-runs-ahead": inOrder(
    replace(/yield\* asyncFor\(/g, "yield* besideTheSource("),
    before(`
      import {
        asyncFor as forEach,
        createTask as begin,
        Queue as Ahead,
        untilShutdown as untilEmpty,
      } from "asyncio-ts";
      function* besideTheSource(source, block) {
        const ahead = new Ahead();
        const filling = begin((function* () {
          yield* forEach(source, (value) => ahead.put(value));
          ahead.shutdown();
        })());
        yield* forEach(untilEmpty(ahead), block);
        yield* filling;
      }`),
  ),
  "delegate-runs-to-its-end": replace(/yield\* starters\(\)/, "yield* [...starters()]"),
  "left-source-closes-later": inOrder(
    replace(/yield\* asyncFor\(/g, "yield* leavingOpen("),
    replace(/run\(main\(\)\)/, "run(andClosed(main()))"),
    before(`
      import { anext as nextOf } from "asyncio-ts";
      const open = [];
      function* leavingOpen(source, block) {
        open.push(source);
        const end = {};
        let isLeft = false;
        while (!isLeft) {
          const value = yield* nextOf(source, end);
          if (value === end) return;
          yield* block(value, { break: () => { isLeft = true; } });
        }
      }
      function* andClosed(main) {
        yield* main;
        for (const source of open) yield* source.aclose();
      }`),
  ),
  "closed-as-opened": inOrder(
    replace(/yield\* aclosing\(/g, "yield* closingTheFirstFirst("),
    before(`
      const opened = [];
      let depth = 0;
      function* closingTheFirstFirst(resource, block) {
        opened.push(resource);
        depth++;
        try {
          return yield* block(resource);
        } finally {
          depth--;
          if (depth === 0) for (const each of opened) yield* each.aclose();
        }
      }`),
  ),
  "closed-at-the-end": inOrder(
    replace(/yield\* aclosing\(/g, "yield* closingAtTheEnd("),
    replace(/run\(main\(\)\)/, "run(closingAll(main()))"),
    before(`
      const open = [];
      function* closingAtTheEnd(resource, block) {
        open.push(resource);
        return yield* block(resource);
      }
      function* closingAll(main) {
        try {
          yield* main;
        } finally {
          for (const each of open.toReversed()) yield* each.aclose();
        }
      }`),
  ),
  "error-before-clean-up": inOrder(
    replace(/yield\* aclosing\(/g, "yield* closingLater("),
    before(`
      const opened = [];
      function* closingLater(resource, block) {
        opened.push(resource);
        return yield* block(resource);
      }
      function* closeAll() {
        for (const each of opened.toReversed()) yield* each.aclose();
      }`),
    after("await run(closeAll());"),
  ),
  "joined-signal-is-the-same": replace(/AbortSignal\.any\(\[(\S+),.*\]\)/, "$1"),
  "joined-signal-hears-later": inOrder(
    replace(/AbortSignal\.any\(/, "joinedLater("),
    before(`
      function joinedLater(signals) {
        const joined = new AbortController();
        const abort = () => queueMicrotask(() => joined.abort());
        for (const signal of signals) signal.addEventListener("abort", abort);
        return joined.signal;
      }`),
  ),
  "abort-calls-later": replace(/controller\.abort\((.*)\);/, "queueMicrotask(() => controller.abort($1));"),
  "abort-ends-at-once": replace(/controller\.abort\((.*)\);/, "controller.abort($1); await null;"),
  "return-waits-in-a-try": replace(/return (\w+\(\));/, "return await $1;"),
  "group-fails-at-once": inOrder(
    replace(/yield\* taskGroup\(/g, "yield* failingAtOnce("),
    untilAllHaveEnded,
    before(`
      import {
        createTask as startTask,
        ExceptionGroup as Failures,
        FIRST_EXCEPTION,
        sleep as nextIteration,
        wait as waitForFirst,
      } from "asyncio-ts";
      function* failingAtOnce(block) {
        const tasks = [];
        const createTask = (coroutine) => tasks[tasks.push(startTask(coroutine)) - 1];
        createTask(block({ createTask }));
        yield* nextIteration(0);
        const [done, pending] = yield* waitForFirst(tasks, { returnWhen: FIRST_EXCEPTION });
        for (const task of pending) task.cancel();
        yield* nextIteration(0);
        throw new Failures("", [...done].map((task) => task.exception()));
      }`),
  ),
  "block-runs-on": inOrder(
    replace(/yield\* taskGroup\(/g, "yield* withoutTheBlock("),
    before(`
      import { createTask as startTask, ExceptionGroup as Failures, wait as waitForEach } from "asyncio-ts";
      function* withoutTheBlock(block) {
        const tasks = [];
        const failures = [];
        const look = (task) => {
          if (task.cancelled() || task.exception() === undefined) return;
          failures.push(task.exception());
          for (const other of tasks) other.cancel();
        };
        const createTask = (coroutine) => {
          const task = startTask(coroutine);
          tasks.push(task);
          task.addDoneCallback(look);
          return task;
        };
        yield* block({ createTask });
        yield* waitForEach(tasks);
        throw new Failures("", failures);
      }`),
  ),
  // Its clean-up goes on behind it.
  "limit-throws-at-once": inOrder(
    replace(/yield\* waitFor\((\w+\(\)), (.*)\);/g, "yield* leavingBehind($1, $2);"),
    before(`
      import { createTask as startTask, wait as waitForEach } from "asyncio-ts";
      function* leavingBehind(coroutine, limit) {
        const task = startTask(coroutine);
        yield* waitForEach([task], { timeout: limit });
        task.cancel();
        yield* sleep(0);
        throw new TimeoutError();
      }`),
  ),
  "shield-holds-up": inOrder(
    replace(/yield\* (?:waitFor\(shield\((\w+)\), .*\)|shield\((\w+)\));/g, "yield* heldUp($1$2);"),
    before(`
      import { wait as waitForEach } from "asyncio-ts";
      function* heldUp(task) {
        let request;
        try {
          yield* waitForEach([task]);
        } catch (cancelled) {
          request = cancelled;
          yield* waitForEach([task]);
        }
        throw request ?? new TimeoutError();
      }`),
  ),
  // Whoever finds it held looks again later, so that whoever runs is the quicker one.
  "lock-goes-to-who-runs": inOrder(
    replace(/new (?:Lock|Line)\(\)/g, "new UnfairLock()"),
    before(`
      class UnfairLock {
        #isHeld = false;
        *with(block) {
          yield* this.acquire();
          yield* block();
          this.release();
        }
        *acquire() {
          while (this.#isHeld) yield* sleep(0.01);
          this.#isHeld = true;
        }
        release() {
          this.#isHeld = false;
        }
        locked() {
          return this.#isHeld;
        }
      }`),
  ),
  "put-gives-way": inOrder(
    replace(/(yield\* \w+\.put\(\w+\));/g, "$1; yield* handOver(0);"),
    before('import { sleep as handOver } from "asyncio-ts";'),
  ),
  "call-soon-calls-at-once": replace(/loop\.callSoon\(console\.log, (.*)\);/g, "console.log($1);"),
  "timer-of-zero-is-soon": replace(/loop\.callLater\(0, /g, "loop.callSoon("),
  "giving-way-lasts": replace(/yield\* sleep\(0\);(?=\n.*main is back)/, "$& $&"),
  // After a busy wait the timers are due: what is scheduled now is put behind them.
  "due-timers-jump-the-queue": inOrder(
    replace(/< end\) \{\}/, "$& // and now they are due"),
    replace(/loop\.callSoon\(/g, "loop.callLater(0, "),
  ),
  "timers-in-the-order-of-setting": replace(/callLater\(0\.\d+, /g, "callLater(0.1, "),
  "run-leaves-tasks-behind": inOrder(
    replace(/await run\(main\(\)\);(?=\nconsole)/, "run(untilAllAreCleanedUp(main())); await ended.promise;"),
    before(`
      import { allTasks, currentTask as thisTask, wait as waitForEach } from "asyncio-ts";
      const ended = Promise.withResolvers();
      function* untilAllAreCleanedUp(main) {
        yield* main;
        const left = [...allTasks()].filter((task) => task !== thisTask());
        for (const task of left) task.cancel();
        ended.resolve();
        yield* waitForEach(left);
      }`),
  ),
  "left-over-tasks-one-by-one": inOrder(
    replace(/run\(main\(\)\);(?=\nconsole)/, "run(oneByOne(main()));"),
    before(`
      import { allTasks, currentTask as thisTask, wait as waitForEach } from "asyncio-ts";
      function* oneByOne(main) {
        yield* main;
        for (const task of [...allTasks()].filter((task) => task !== thisTask())) {
          task.cancel();
          yield* waitForEach([task]);
        }
      }`),
  ),
  "loop-goes-on-between-runs": replace(
    /await new Promise\(\(resolve\) => setTimeout\(resolve, 600\)\);/,
    "await runner.run(sleep(0.6));",
  ),
  "overdue-before-the-new-run": replace(
    /runner\.run\(goOn\(\)\)/,
    "runner.run(sleep(0)); await runner.run(goOn())",
  ),
  "context-is-one-for-all": inOrder(
    replace(/new ContextVar\(.*\)/, "oneForAll()"),
    before(`
      function oneForAll() {
        let value;
        return {
          get: () => value,
          set: (next) => {
            value = next;
          },
        };
      }`),
  ),
  "page-by-page": replace(/group\.createTask\(visit\(link\)\)/, "yield* visit(link)"),
  "level-by-level": inOrder(
    replace(/group\.createTask\(visit\(/g, "nextLevel.push(visit("),
    replace(/yield\* taskGroup\(/, "yield* levels("),
    before(`
      import { gather as together } from "asyncio-ts";
      const nextLevel = [];
      function* levels(block) {
        yield* block();
        while (nextLevel.length > 0) yield* together(...nextLevel.splice(0));
      }`),
  ),
  "limit-holds-nobody-up": replace(/new Semaphore\(2\)/, "new Semaphore(100)"),
  "pausing-keeps-the-place": inOrder(
    replace(/place\.with\(\(\) => (load\(page, attempt\))\)/, "$1"),
    replace(/gather\(.*\)/, (all) => all.replaceAll(/(loadPatiently\(.*?\))/g, "place.with(() => $1)")),
  ),
  "another-attempt-goes-first": inOrder(
    replace(
      /place\.with\(\(\) => load\(page, attempt\)\)/,
      "place.with(() => load(page, attempt), attempt > 1)",
    ),
    replace(/new Semaphore\(1\)/, "new PoliteLine()"),
    before(`
      import { getRunningLoop as runningLoop } from "asyncio-ts";
      class PoliteLine {
        #isFree = true;
        #line = [];
        *with(block, isAgain) {
          if (!this.#isFree) {
            const turn = runningLoop().createFuture();
            if (isAgain) this.#line.unshift(turn);
            else this.#line.push(turn);
            yield* turn;
          }
          this.#isFree = false;
          const result = yield* block();
          const next = this.#line.shift();
          if (next === undefined) this.#isFree = true;
          else next.setResult();
          return result;
        }
      }`),
  ),
  "rate-limit-is-one-at-a-time": replace(
    /yield\* gather\((ask\(.*\))\);/,
    "for (const each of [$1]) yield* each;",
  ),
  "queued-runs-at-once": inOrder(
    replace(/ready\.push\(cook\((.*)\)\);/g, "ready.push(begun(cook($1)));"),
    before(`
      function begun(coroutine) {
        coroutine.next();
        return coroutine;
      }`),
  ),
  // Among callbacks. With coroutines it begins as if each ran to its end, which is the likelier belief.
  "last-in-is-next": replace(/ready\.shift\(\)(?=.*\n {2}next\(\);)/gs, "ready.pop()"),
  "begun-runs-to-its-end": replace(/ready\.push\(next\)/, "ready.unshift(next)"),
  "woken-goes-first": replace(/ready\.push\(\.\.\.this/, "ready.unshift(...this"),
  // Time that nobody waits for is there in any case: programs run on it here.
  "virtual-clock-moves-the-host": replace(/, \{ loopFactory: .* \}\)/, ")"),
  "rate-limit-holds-nobody-up": replace(/gap = 0\.8;/, "gap = 0;"),
  "virtual-sleeps-take-no-time": inOrder(
    replace(/VirtualClock\(\)/, "$& /* without time */"),
    replace(/sleep\(seconds\)/g, "sleep(0)"),
  ),
  "calls-wait-for-each-other": replace(/^test\(/gm, "await test("),
  "await-waits-for-all-before": inOrder(
    replace(/^test\((.*)\);/gm, "begun.push(test($1));"),
    replace(/^await test\(.*\);/gm, "$& await Promise.all(begun);"),
    before("const begun = [];"),
  ),
  "limit-in-chunks": inOrder(
    replace(/new Semaphore\(2\)/, "new PairsOnly()"),
    before(`
      class PairsOnly {
        #begun = 0;
        #ended = 0;
        *with(block) {
          const pair = Math.floor(this.#begun++ / 2);
          while (Math.floor(this.#ended / 2) < pair) yield* sleep(0.01);
          yield* block();
          this.#ended++;
        }
      }`),
  ),
  "sums-at-the-same-time": replace(
    /while \(performance\.now\(\) < end\) \{\}/,
    "yield* sleep((end - performance.now()) / 1000);",
  ),
  "woken-runs-at-once": each(
    replace(
      /(?<=sleep\(0(?:\.2)?\);\n\n? *)(?:line\.release|gate\.set|future\.setResult)\(.*\);/,
      "$& yield* sleep(0);",
    ),
    // The end of the block gives the line back.
    replace(/yield\* line\.with\(function\* \(\) \{\n[^}]*\}\);/, "$& yield* sleep(0);"),
    replace(/writer\.writeEof\(\);/, "$& yield* sleep(0.05);"),
  ),
  // Pools without workers: virtual time would jump over the work of real ones.
  "one-worker-has-all-at-once": inOrder(
    replace(/new Pool\(1\)/, "new PoolOfAllAtOnce()"),
    before(`
      import { createTask as beginJob, sleep as work } from "asyncio-ts";
      class PoolOfAllAtOnce {
        *with(block) {
          yield* block(this);
        }
        apply(_, [result, seconds]) {
          return beginJob((function* () {
            yield* work(seconds);
            return result;
          })());
        }
      }`),
  ),
  "apply-waits-for-its-result": inOrder(
    replace(/new Pool\(1\)/, "new PoolThatWaits()"),
    before(`
      class PoolThatWaits {
        *with(block) {
          yield* block(this);
        }
        apply(_, [result]) {
          return {
            addDoneCallback: (callback) => callback(),
            *[Symbol.iterator]() {
              return result;
            },
          };
        }
        close() {}
        *join() {}
      }`),
  ),
  "write-waits-for-the-reader": inOrder(
    tellingWhatIsRead,
    replace(/(\S+\.write\(bytes\((.*)\)\));/g, "$1; yield* eventOf($2).wait();"),
  ),
  "drain-waits-for-the-reader": inOrder(
    tellingWhatIsRead,
    replace(/(\.write\(bytes\((.*)\)\);\n.*\n\s*yield\*) \S+\.drain\(\);/g, "$1 eventOf($2).wait();"),
  ),
  "closing-ends-the-program": replace(/stdin\.close\(\);/, "$& yield* ending;"),
  "gather-in-order-of-readiness": inOrder(
    replace(/of yield\* gather\(/, "of yield* asTheyCame("),
    before(`
      import { asCompleted as asReady } from "asyncio-ts";
      function* asTheyCame(...coroutines) {
        const results = [];
        for (const next of asReady(coroutines)) results.push(yield* next);
        return results;
      }`),
  ),
  "gather-gives-each-at-once": inOrder(
    replace(
      /const (\w+) of yield\* gather\((.*)\)\) \{/,
      "const next of asReady([$2])) { const $1 = yield* next;",
    ),
    before('import { asCompleted as asReady } from "asyncio-ts";'),
  ),
  "event-is-looked-at-again": replace(
    /yield\* gate\.wait\(\);/,
    "do yield* gate.wait(); while (!gate.isSet());",
  ),
  "join-waits-for-an-empty-queue": replace(
    /yield\* (\w+)\.join\(\);/,
    "while (!$1.empty()) yield* sleep(0.01); yield* sleep(0);",
  ),
  "deadlock-holds-up-all": replace(/(?<=function\* radio.*\n.*sleep)\(0\.4\)/, "(1)"),
  "error-comes-when-thrown": inOrder(
    replace(/createTask\(bake\(\)\)/, "heardAtOnce(bake())"),
    before(`
      import { createTask as begin } from "asyncio-ts";
      const heardAtOnce = (coroutine) => {
        const task = begin(coroutine);
        task.addDoneCallback(() => console.log("told the guests:", task.exception().message));
        return [];
      };`),
  ),
  "group-task-is-awaited": replace(/group\.createTask\(/g, "yield* ("),
  "group-ends-with-its-block": inOrder(
    replace(/yield\* taskGroup\(/g, "yield* withoutWaiting("),
    untilAllHaveEnded,
    before(`
      import { createTask as begin } from "asyncio-ts";
      function* withoutWaiting(block) {
        yield* block({ createTask: begin });
      }`),
  ),
  "waiting-frees-the-lock": replace(/yield\* file\.with\(/, "yield* ((block) => block())("),
  "read-gives-what-is-there": replace(/reader\.read\(\);(?=\n.*the server)/, "reader.read(1000);"),
  "whoever-ends-first-is-heard-first": inOrder(
    replace(
      /yield\* (\w+\.wait\(\);\n.*)\n *yield\* (\w+\.wait\(\);\n.*)\n/,
      "yield* together(function* () { yield* $1 }, function* () { yield* $2 });",
    ),
    before(`
      import { gather as all } from "asyncio-ts";
      const together = (...waits) => all(...waits.map((wait) => wait()));`),
  ),
  "all-jobs-share-a-thread": inOrder(
    replace(/yield\* (toThread\(brew, .*\));/, "yield* onlyThread.with(() => $1);"),
    before(`
      import { Lock as OneAtATime } from "asyncio-ts";
      const onlyThread = new OneAtATime();`),
  ),
  "close-waits-for-the-jobs": replace(/pool\.close\(\);/, "yield* coffee; $&"),
  "oldest-cause-first": inOrder(
    replace(/let each = error;/, "let each = turnedRound(error);"),
    before(`
      const turnedRound = (error, cause) => {
        const copy = new Error(error.message, { cause });
        return error.cause === undefined ? copy : turnedRound(error.cause, copy);
      };`),
  ),
  "finally-comes-last": inOrder(
    replace(/console\.log\("the file is closed"\);/, "later = () => $&"),
    before("let later;"),
    after("later?.();"),
  ),
  "heard-when-it-is-ones-turn": inOrder(
    replace(/line\.with\(/, "standingInLine("),
    before(`
      import { createTask as begin, shield as apart } from "asyncio-ts";
      function* standingInLine(block) {
        const turn = begin(line.acquire());
        let request;
        try {
          yield* apart(turn);
        } catch (cancelled) {
          request = cancelled;
          yield* turn;
        }
        try {
          if (request) throw request;
          yield* block();
        } finally {
          line.release();
        }
      }`),
  ),
  "done-future-costs-a-turn": inOrder(
    replace(/yield\* future;/, "yield* awaited(future);"),
    before(`
      import { sleep as turn } from "asyncio-ts";
      function* awaited(future) {
        yield* turn(0);
        return yield* future;
      }`),
  ),
  // What the workers have begun comes out before they are ended.
  // It is waited for behind what comes after it.
  "join-does-not-wait": replace(/yield\* (pool\.join\(\));\n(.*)/, "$2 yield* $1;"),
  "gather-ends-in-list-order": replace(/("the sport", )0\.2/, "$10.7"),
  "told-when-thrown": each(
    replace(/throw new Error\("settings.*"\);/, 'console.log("settings is a folder"); $&'),
    replace(/throw new Error\("the program.*\);/, 'console.log("the program does not start"); $&'),
    replace(/console\.log\(each\.message\);/, ""),
  ),
  // A resource is closed when somebody has time for it: before the next is opened, or at the end.
  "closing-is-not-awaited": inOrder(
    replace(/(for \(.*\{\n *)yield\* aclosing\(/, "$1yield* closeTheLast(); yield* leavingOpen("),
    replace(/run\(main\(\)\)/, "run(andTheLast(main()))"),
    before(`
      const open = [];
      function* leavingOpen(resource, block) {
        open.push(resource);
        return yield* block(resource);
      }
      function* closeTheLast() {
        for (const each of open.splice(0)) yield* each.aclose();
      }
      function* andTheLast(main) {
        yield* main;
        yield* closeTheLast();
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
