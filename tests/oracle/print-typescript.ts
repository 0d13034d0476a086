import { neededSlots } from "./guard.ts";
import { camelCase, isBytes, isFailure, isItem, isText, type Language } from "./language.ts";
import { indent, type Maker, mentions, neededMakers, numbered } from "./lines.ts";
import { definitionOf } from "./operations/index.ts";
import {
  type Argument,
  type AsCompleted,
  type AsyncFor,
  type Catches,
  isOperation,
  type Operation,
  type Program,
  type Resources,
  type Statement,
  type TimeoutScope,
  type Try,
  type TryStar,
  usedBodies as used,
} from "./program.ts";
import { emptySlots, mayBeEmpty, slotCounts } from "./slots.ts";

const typescript: Language = {
  name: "typescript",
  member: camelCase,
  library: (name) => (name === name.toUpperCase() ? name : camelCase(name)),
  values: (list) => list.map(value).join(", "),
  options(options) {
    const given = Object.entries(options).filter(([, argument]) => argument !== undefined);
    const printed = given.map(([name, argument]) => `${camelCase(name)}: ${value(argument as Argument)}`);
    return printed.length === 0 ? "" : `, { ${printed.join(", ")} }`;
  },
  value,
};

function value(argument: Argument): string {
  if (argument === null || typeof argument === "boolean" || typeof argument === "number") {
    return String(argument);
  }
  if (typeof argument === "string") {
    return camelCase(argument);
  }
  if (Array.isArray(argument)) {
    return `[${argument.map(value).join(", ")}]`;
  }
  if (isItem(argument)) {
    return definitionOf(argument).print(argument, typescript);
  }
  if (isBytes(argument)) {
    return `bytes(${JSON.stringify(argument.bytes)})`;
  }
  if (isFailure(argument)) {
    return `new ${errorName(argument.error)}(${JSON.stringify(argument.text)})`;
  }
  if (isText(argument)) {
    return JSON.stringify(argument.text);
  }
  throw new TypeError(`cannot print ${JSON.stringify(argument)}`);
}

function errorName(pythonName: string): string {
  return pythonName === "ValueError" ? "RangeError" : pythonName;
}

const runtimeNames = ["Boom", "bytes", "isException", "keep", "log", "logged", "pause", "unordered"];

/** A program as a module that runs by itself in Node, beside the files of the oracle. */
export function printTypescript(program: Program, libraryNames: readonly string[]): string {
  const main = printMain(program);
  const needed = (names: readonly string[]) => names.filter((name) => mentions(main, name)).join(", ");
  return [
    `import { ${needed(libraryNames)} } from "asyncio-ts";`,
    `import { ${needed(runtimeNames)}, execute } from "./program-runtime.ts";`,
    "",
    main,
    "",
    "console.log(await execute(main));",
    "",
  ].join("\n");
}

/** The program's `main`, with everything that it uses inside. */
export function printMain(program: Program): string {
  const body = [
    ...used(program.callbacks, "callback", program).flatMap(([body, number]) => printCallback(body, number)),
    ...used(program.coroutines, "coroutine", program).flatMap(([body, number]) =>
      printCoroutine(body, number),
    ),
    ...used(program.generators, "generator", program).flatMap(([body, number]) =>
      printGenerator(body, number),
    ),
    ...statements(program.main),
  ];
  const lines = [...declarations(program.resources, body.join("\n")), ...body];
  return ["function* main() {", ...indent(lines, 2), "}"].join("\n");
}

function printCallback(body: readonly Statement[], number: number): string[] {
  const opening = `log("callback${number}", subject);`;
  return ["", `function callback${number}(subject) {`, ...indent([opening, ...statements(body)], 2), "}", ""];
}

function printCoroutine(body: readonly Statement[], number: number): string[] {
  const name = `coroutine${number}`;
  return ["", `const ${name} = logged(function* ${name}() {`, ...indent(statements(body), 2), "});", ""];
}

function printGenerator(body: readonly Statement[], number: number): string[] {
  const name = `generator${number}`;
  const lines = [
    `log("${name} begins");`,
    "try {",
    ...indent([...statements(body), `log("${name} ends");`], 2),
    "} catch (error) {",
    `  log("${name} raises", error);`,
    "  throw error;",
    "}",
  ];
  return [
    "",
    `const ${name} = () => asyncGenerator(function* ${name}(emit) {`,
    ...indent(lines, 2),
    "});",
    "",
  ];
}

function statements(body: readonly Statement[]): string[] {
  return body.flatMap(printStatement);
}

function printStatement(statement: Statement): string[] {
  if (isOperation(statement)) {
    return printOperation(statement);
  }
  switch (statement.block) {
    case "try":
      return printTry(statement);
    case "try_star":
      return printTryStar(statement);
    case "repeat":
      return printRepeat(statement.times, statement.body);
    case "timeout":
      return printSlotScope(statement, printTimeout(statement), "scope");
    case "group":
      return printSlotScope(statement, "taskGroup(", "group");
    case "with":
      return printScope(`${statement.on}.with(function* () {`, [`log(${statement.id});`], statement.body);
    case "as_completed":
      return printAsCompleted(statement);
    case "async_for":
      return printAsyncFor(statement);
    case "emit":
      return [`log(${statement.id}, yield* emit(${statement.value}));`];
    case "return":
      return [`return ${statement.value};`];
    case "raise":
      return [`throw ${value(statement.error)};`];
  }
}

function printOperation(operation: Operation): string[] {
  const { kind, print } = definitionOf(operation);
  const source =
    kind === "awaitable" ? `yield* ${print(operation, typescript)}` : print(operation, typescript);
  const logged = operation.into
    ? [`${operation.into} = ${source};`, `log(${operation.id}, ${operation.into});`]
    : [`log(${operation.id}, ${source});`];
  return guarded(neededSlots([operation]), logged);
}

function guarded(slots: readonly string[], lines: string[]): string[] {
  if (slots.length === 0) {
    return lines;
  }
  return [`if (${slots.join(" && ")}) {`, ...indent(lines, 2), "}"];
}

const passedOn: Record<Exclude<Catches, "nothing">, string[]> = {
  cancelled: ["if (!(error instanceof CancelledError)) throw error;"],
  timeout: ["if (!(error instanceof TimeoutError)) throw error;"],
  boom: ["if (!(error instanceof Boom)) throw error;"],
  group: ["if (!(error instanceof ExceptionGroup)) throw error;"],
  error: ["if (!isException(error)) throw error;"],
  any: [],
};

function printTry({ id, body, catches, handler, reraise, final }: Try): string[] {
  const lines = ["try {", ...indent(statements(body), 2)];
  if (catches !== "nothing") {
    const handling = [...passedOn[catches], `log(${id}, error);`, ...statements(handler)];
    lines.push("} catch (error) {", ...indent(handling, 2), ...(reraise ? ["  throw error;"] : []));
  }
  if (final.length > 0 || catches === "nothing") {
    lines.push("} finally {", ...indent(statements(final), 2));
  }
  return [...lines, "}"];
}

function printTryStar({ id, body, clauses }: TryStar): string[] {
  const handlers = clauses.map(({ catches, handler, reraise, raises }) => [
    `[${errorName(catches)}, function* (error) {`,
    ...indent([`log(${id}, error);`, ...statements(handler)], 2),
    ...(reraise ? ["  throw error;"] : raises ? [`  throw ${value(raises)};`] : []),
    "}],",
  ]);
  return [
    "yield* exceptStar(",
    ...indent(["function* () {", ...indent(statements(body), 2), "},", ...handlers.flat()], 2),
    ");",
  ];
}

function printRepeat(times: number, body: readonly Statement[]): string[] {
  return [`for (let turn = 0; turn < ${times}; turn++) {`, ...indent(statements(body), 2), "}"];
}

function printSlotScope(
  { id, into, body }: { id: number; into: string; body: readonly Statement[] },
  opening: string,
  name: string,
): string[] {
  return printScope(`${opening}function* (${name}) {`, [`${into} = ${name};`, `log(${id});`], body);
}

function printScope(opening: string, first: string[], body: readonly Statement[]): string[] {
  return [`yield* ${opening}`, ...indent([...first, ...statements(body)], 2), "});"];
}

function printTimeout({ delay, absolute }: TimeoutScope): string {
  return absolute ? `timeoutAt(loop.time() + ${delay}, ` : `timeout(${delay}, `;
}

function printAsyncFor({ id, of, limit, body }: AsyncFor): string[] {
  const source = /^(reader|generators)/.test(of) ? of : `keep(${of}())`;
  const lines = [
    `let count${id} = 0;`,
    `yield* asyncFor(${source}, function* (item, around) {`,
    ...indent(
      [`log(${id}, item);`, ...statements(body), `if (++count${id} === ${limit}) around.break();`],
      2,
    ),
    "});",
  ];
  return mayBeEmpty(of) ? guarded([of], lines) : ["{", ...indent(lines, 2), "}"];
}

function printAsCompletedAsync({ id, items, timeout, limit }: AsCompleted): string[] {
  const options = typescript.options({ timeout: timeout ?? undefined });
  return [
    "let number = 0;",
    `yield* asyncFor(asCompleted([${typescript.values(items)}]${options}), function* (earliest, around) {`,
    `  log(${id}, earliest);`,
    `  if (++number === ${limit}) around.break();`,
    "});",
  ];
}

function printAsCompleted(statement: AsCompleted): string[] {
  const { id, items, timeout, limit, isAsync } = statement;
  const options = typescript.options({ timeout: timeout ?? undefined });
  if (isAsync) {
    const lines = printAsCompletedAsync(statement);
    const needed = neededSlots(items);
    return needed.length > 0 ? guarded(needed, lines) : ["{", ...indent(lines, 2), "}"];
  }
  const lines = [
    "let number = 0;",
    `for (const earliest of asCompleted([${typescript.values(items)}]${options})) {`,
    "  try {",
    `    log(${id}, yield* earliest);`,
    "  } catch (error) {",
    "    if (!isException(error)) throw error;",
    `    log(${id}, error);`,
    "  }",
    `  if (++number === ${limit}) break;`,
    "}",
  ];
  const slots = neededSlots(items);
  return slots.length > 0 ? guarded(slots, lines) : ["{", ...indent(lines, 2), "}"];
}

/** The declarations that a program's body needs, and no others. */
function declarations(resources: Resources, body: string): string[] {
  const needed = neededMakers(makers(resources), body);
  const lines = needed.map(([name, made]) => `const ${name} = ${made};`);
  const needsLoop = mentions(body, "loop") || lines.some((line) => mentions(line, "loop"));
  return needsLoop ? ["const loop = getRunningLoop();", ...lines] : lines;
}

function makers(resources: Resources): Maker[] {
  return [
    ["tasks", "[currentTask()]"],
    ["futures", `Array.from({ length: ${slotCounts.futures} }, () => loop.createFuture())`],
    ...emptySlots.map((kind): Maker => [kind, "[]"]),
    ...numbered("lock", [0, 1], () => "new Lock()"),
    ...numbered("event", [0, 1], () => "new Event()"),
    ...numbered("condition", ["", "lock1"], (lock) => `new Condition(${lock})`),
    ["var0", 'new ContextVar("var0", { default: 0 })'],
    ["var1", 'new ContextVar("var1", { default: 0 })'],
    ...numbered("semaphore", resources.semaphores, (permits) => `new Semaphore(${permits})`),
    ...numbered("bounded", resources.boundedSemaphores, (permits) => `new BoundedSemaphore(${permits})`),
    ...numbered("barrier", resources.barriers, (parties) => `new Barrier(${parties})`),
    ...numbered("queue", resources.queues, ({ kind, size }) => `new ${kind}(${size})`),
    ...numbered("reader", resources.readers, (limit) => `new StreamReader({ limit: ${limit} })`),
  ];
}
