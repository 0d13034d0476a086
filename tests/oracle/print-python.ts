import { neededSlots } from "./guard.ts";
import { isBytes, isFailure, isItem, isText, type Language } from "./language.ts";
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

const python: Language = {
  name: "python",
  member: (name) => name,
  library: (name) => `asyncio.${name}`,
  values: (list) => list.map(value).join(", "),
  options: (options) =>
    Object.entries(options)
      .filter((option): option is [string, Argument] => option[1] !== undefined)
      .map(([name, argument]) => `, ${name}=${value(argument)}`)
      .join(""),
  value,
};

function value(argument: Argument): string {
  if (argument === null) {
    return "None";
  }
  if (typeof argument === "boolean") {
    return argument ? "True" : "False";
  }
  if (typeof argument === "number" || typeof argument === "string") {
    return String(argument);
  }
  if (Array.isArray(argument)) {
    return `[${argument.map(value).join(", ")}]`;
  }
  if (isItem(argument)) {
    return definitionOf(argument).print(argument, python);
  }
  if (isBytes(argument)) {
    return `b${JSON.stringify(argument.bytes)}`;
  }
  if (isFailure(argument)) {
    return failure(argument.error, argument.text);
  }
  if (isText(argument)) {
    return JSON.stringify(argument.text);
  }
  throw new TypeError(`cannot print ${JSON.stringify(argument)}`);
}

function failure(name: string, text: string): string {
  const prefix = name === "CancelledError" ? "asyncio." : "";
  return `${prefix}${name}(${JSON.stringify(text)})`;
}

/** A program as a module that runs by itself in Python, beside the files of the oracle. */
export function printPython(program: Program): string {
  return [
    "from program_runtime import Boom, execute, keep, log, logged, pause, unordered  # sets up asyncio: comes first",
    "",
    "import asyncio",
    "import contextvars",
    "from contextlib import aclosing",
    "",
    "",
    ...printMain(program),
    "",
    "",
    'if __name__ == "__main__":',
    "    execute(main)",
    "",
  ].join("\n");
}

function printMain(program: Program): string[] {
  const body = [
    ...used(program.callbacks, "callback", program).flatMap(([body, number]) => printCallback(body, number)),
    ...used(program.coroutines, "coroutine", program).flatMap(([body, number]) =>
      printCoroutine(body, number),
    ),
    ...used(program.generators, "generator", program).flatMap(([body, number]) =>
      printGenerator(body, number),
    ),
    ...block(program.main),
  ];
  return ["async def main():", ...indent([...declarations(program.resources, body.join("\n")), ...body], 4)];
}

function printCallback(body: readonly Statement[], number: number): string[] {
  const opening = `log("callback${number}", subject)`;
  return ["", `def callback${number}(subject=None):`, ...indent([opening, ...statements(body)], 4), ""];
}

function printCoroutine(body: readonly Statement[], number: number): string[] {
  return ["", "@logged", `async def coroutine${number}():`, ...indent(block(body), 4), ""];
}

/** The last line makes it a generator, whatever is left of it. */
function printGenerator(body: readonly Statement[], number: number): string[] {
  const name = `generator${number}`;
  const lines = [
    `log("${name} begins")`,
    "try:",
    ...indent([...statements(body), `log("${name} ends")`], 4),
    "except BaseException as error:",
    `    log("${name} raises", error)`,
    "    raise",
    "return",
    "yield",
  ];
  return ["", `async def ${name}():`, ...indent(lines, 4), ""];
}

function block(body: readonly Statement[]): string[] {
  return body.length === 0 ? ["pass"] : statements(body);
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
      return [`for _ in range(${statement.times}):`, ...indent(block(statement.body), 4)];
    case "timeout":
      return printScope(statement, `${printTimeout(statement)} as ${statement.into}`);
    case "group":
      return printScope(statement, `asyncio.TaskGroup() as ${statement.into}`);
    case "with":
      return printScope(statement, statement.on);
    case "as_completed":
      return printAsCompleted(statement);
    case "async_for":
      return printAsyncFor(statement);
    case "emit":
      return [`log(${statement.id}, (yield ${statement.value}))`];
    case "return":
      return [`return ${statement.value}`];
    case "raise":
      return [`raise ${value(statement.error)}`];
  }
}

function printOperation(operation: Operation): string[] {
  const { kind, print } = definitionOf(operation);
  const source = kind === "awaitable" ? `await ${print(operation, python)}` : print(operation, python);
  const logged = operation.into
    ? [`${operation.into} = ${source}`, `log(${operation.id}, ${operation.into})`]
    : [`log(${operation.id}, ${source})`];
  return guarded(neededSlots([operation]), logged);
}

function guarded(slots: readonly string[], lines: string[]): string[] {
  if (slots.length === 0) {
    return lines;
  }
  return [`if ${slots.map((slot) => `${slot} is not None`).join(" and ")}:`, ...indent(lines, 4)];
}

const caught: Record<Exclude<Catches, "nothing">, string> = {
  cancelled: "asyncio.CancelledError",
  timeout: "TimeoutError",
  boom: "Boom",
  group: "ExceptionGroup",
  error: "Exception",
  any: "BaseException",
};

function printTry({ id, body, catches, handler, reraise, final }: Try): string[] {
  const lines = ["try:", ...indent(block(body), 4)];
  if (catches !== "nothing") {
    const handling = [`log(${id}, error)`, ...statements(handler), ...(reraise ? ["raise"] : [])];
    lines.push(`except ${caught[catches]} as error:`, ...indent(handling, 4));
  }
  if (final.length > 0 || catches === "nothing") {
    lines.push("finally:", ...indent(block(final), 4));
  }
  return lines;
}

function printTryStar({ id, body, clauses }: TryStar): string[] {
  const handlers = clauses.flatMap(({ catches, handler, reraise, raises }) => [
    `except* ${catches === "CancelledError" ? "asyncio." : ""}${catches} as error:`,
    ...indent([`log(${id}, error)`, ...statements(handler)], 4),
    ...(reraise ? ["    raise"] : raises ? [`    raise ${value(raises)}`] : []),
  ]);
  return ["try:", ...indent(block(body), 4), ...handlers];
}

function printScope({ id, body }: { id: number; body: readonly Statement[] }, manager: string): string[] {
  return [`async with ${manager}:`, ...indent([`log(${id})`, ...statements(body)], 4)];
}

function printTimeout({ delay, absolute }: TimeoutScope): string {
  return absolute ? `asyncio.timeout_at(loop.time() + ${delay})` : `asyncio.timeout(${value(delay)})`;
}

function printAsyncFor({ id, of, limit, body }: AsyncFor): string[] {
  const isReader = of.startsWith("reader");
  const lines = [
    `async for item${id} in ${isReader ? of : `items${id}`}:`,
    ...indent([`log(${id}, item${id})`, ...statements(body), `count${id} += 1`], 4),
    `    if count${id} == ${limit}:`,
    "        break",
  ];
  const source = of.startsWith("generators") ? of : `keep(${of}())`;
  const closing = [`async with aclosing(${source}) as items${id}:`, ...indent(lines, 4)];
  return guarded([of].filter(mayBeEmpty), [`count${id} = 0`, ...(isReader ? lines : closing)]);
}

function printAsCompletedAsync({ id, items, timeout, limit }: AsCompleted): string[] {
  const options = python.options({ timeout: timeout ?? undefined });
  return [
    "number = 0",
    `async for earliest in asyncio.as_completed([${python.values(items)}]${options}):`,
    `    log(${id}, earliest)`,
    "    number += 1",
    `    if number == ${limit}:`,
    "        break",
  ];
}

function printAsCompleted(statement: AsCompleted): string[] {
  const { id, items, timeout, limit, isAsync } = statement;
  if (isAsync) {
    return guarded(neededSlots(items), printAsCompletedAsync(statement));
  }
  const options = python.options({ timeout: timeout ?? undefined });
  const lines = [
    `for number, earliest in enumerate(asyncio.as_completed([${python.values(items)}]${options}), 1):`,
    "    try:",
    `        log(${id}, await earliest)`,
    "    except Exception as error:",
    `        log(${id}, error)`,
    `    if number == ${limit}:`,
    "        break",
  ];
  return guarded(neededSlots(items), lines);
}

/** The declarations that a program's body needs, and no others. */
function declarations(resources: Resources, body: string): string[] {
  const needed = neededMakers(makers(resources), body);
  const lines = needed.map(([name, made]) => `${name} = ${made}`);
  const needsLoop = mentions(body, "loop") || lines.some((line) => mentions(line, "loop"));
  return needsLoop ? ["loop = asyncio.get_running_loop()", ...lines] : lines;
}

function makers(resources: Resources): Maker[] {
  return [
    ["tasks", `[asyncio.current_task()] + [None] * ${slotCounts.tasks - 1}`],
    ["futures", `[loop.create_future() for _ in range(${slotCounts.futures})]`],
    ...emptySlots.map((kind): Maker => [kind, `[None] * ${slotCounts[kind]}`]),
    ...numbered("lock", [0, 1], () => "asyncio.Lock()"),
    ...numbered("event", [0, 1], () => "asyncio.Event()"),
    ...numbered("condition", ["", "lock1"], (lock) => `asyncio.Condition(${lock})`),
    ...numbered("var", [0, 1], (number) => `contextvars.ContextVar("var${number}", default=0)`),
    ...numbered("semaphore", resources.semaphores, (permits) => `asyncio.Semaphore(${permits})`),
    ...numbered("bounded", resources.boundedSemaphores, (permits) => `asyncio.BoundedSemaphore(${permits})`),
    ...numbered("barrier", resources.barriers, (parties) => `asyncio.Barrier(${parties})`),
    ...numbered("queue", resources.queues, ({ kind, size }) => `asyncio.${kind}(${size})`),
    ...numbered("reader", resources.readers, (limit) => `asyncio.StreamReader(limit=${limit}, loop=loop)`),
  ];
}
