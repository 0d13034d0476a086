/**
 * Runs random programs as they are, then the same ones instrumented and watched, all in this process, and writes one line
 * of JSON: how many there were, and those that printed something else or ran in another order than V8 says.
 *
 *     node tests/promise-trace/random-programs-process.ts FIRST_SEED COUNT [values] [wide]
 *
 * With `values` what the variables hold is recorded at each wait, too; with `wide` the programs have all that V8 knows.
 */
import { inspect } from "node:util";
import { instrument, unusedName } from "../../src/promise-trace/instrument.ts";
import { localsReader } from "../../src/promise-trace/read-locals.ts";
import { watchPromises } from "../../src/promise-trace/watching/watch-promises.ts";
import { WatchedLocals } from "../../src/promise-trace/watching/watched-locals.ts";
import { ProgramRunner } from "./program-runner.ts";
import { randomProgram } from "./random-program.ts";
import { ReactionOrder } from "./reaction-order.ts";

const [first = 1, count = 10] = process.argv.slice(2).map(Number);
const hasValues = process.argv.includes("values");
const isWide = process.argv.includes("wide");
const seeds = Array.from({ length: count }, (_, index) => first + index);
// V8 tells of combinators in a stack only as long as nobody has replaced `then`.
Error.stackTraceLimit = 0;
const runner = new ProgramRunner({
  nextTurn: setImmediate,
  describe: (value) => (value instanceof Error ? String(value) : inspect(value)),
});
process.on("unhandledRejection", (reason) => runner.print("unhandled", reason));

const plain: string[][] = [];
for (const seed of seeds) {
  plain.push(await runner.run(randomProgram(seed, isWide)));
}

const order = new ReactionOrder();
const programs = seeds.map((seed) => randomProgram(seed, isWide));
const name = unusedName(programs);
const instrumented = programs.map(
  (program) => instrument(program, "plain.ts", name, hasValues ? localsReader(name) : undefined)?.text ?? "",
);
let [time, events, values] = [0, 0, 0];
const { watcher } = watchPromises({
  watcher: name,
  captureFrames: () => [],
  originalText: (text) => text,
  now: () => time++,
  locals: hasValues ? new WatchedLocals() : undefined,
  add: (event) => {
    events++;
    values += event.kind === "waits" && event.values ? event.values.split("\n").length : 0;
    order.note(event);
  },
});
order.start(watcher);
const found: {
  readonly seed: number;
  readonly what: string;
  readonly expected: unknown;
  readonly actual: unknown;
}[] = [];
let [reactions, lines] = [0, 0];
for (const [index, seed] of seeds.entries()) {
  order.engine.length = 0;
  order.recorder.length = 0;
  const actual = await runner.run(instrumented[index] ?? "");
  const expected = plain[index] ?? [];
  // What the process itself waits for is in neither list: it was not instrumented, and its callbacks are taken out.
  lines += expected.length;
  reactions += order.engine.length;
  if (expected.join("\n") !== actual.join("\n")) {
    found.push({ seed, what: "output", expected, actual });
  }
  if (order.engine.join("\n") !== order.recorder.join("\n")) {
    found.push({ seed, what: "order", expected: [...order.engine], actual: [...order.recorder] });
  }
}
order.stop();
console.log(
  JSON.stringify({
    programs: seeds.length,
    lines,
    reactions,
    events,
    values,
    found: found.slice(0, 5),
    failures: found.length,
  }),
);
