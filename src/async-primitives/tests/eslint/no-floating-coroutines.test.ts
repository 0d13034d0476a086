import { join } from "node:path";
import { Linter, RuleTester } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, test } from "vitest";
import asyncio from "../../eslint/index.ts";

RuleTester.describe = describe;
RuleTester.it = test;

const folder = join(import.meta.dirname, "..");
const rule = asyncio.rules?.["no-floating-coroutines"] as never;

const tester = new RuleTester({
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: {
      projectService: { allowDefaultProject: ["eslint/*.ts"], defaultProject: "tsconfig.json" },
      tsconfigRootDir: folder,
    },
  },
});

const head = `
import { type Coroutine, createTask, gather, getRunningLoop, Lock, run, sleep, timeout } from "../../index.ts";
declare function work(): Coroutine<number>;
declare function numbers(): Generator<number, void, unknown>;
function* inferred() { yield* sleep(1); }
const lock = new Lock();
`;

const filename = join(folder, "eslint/program.ts");
const right = (code: string) => ({ name: code, filename, code: head + code });
const inGenerator = (statement: string) => `function* main(): Coroutine<unknown> { ${statement} }`;

/** A statement of a generator that is wrong, and what it becomes. */
const wrong = (statement: string, messageId: string, becomes: string) => ({
  name: statement,
  filename,
  code: head + inGenerator(statement),
  errors: [
    {
      messageId,
      suggestions: [{ messageId: "addStar", output: head + inGenerator(becomes) }],
    },
  ],
});

/** A program that is wrong, where no star would help. */
const wrongElsewhere = (code: string, messageId: string) => ({
  name: code,
  filename,
  code: head + code,
  errors: [{ messageId, suggestions: [] }],
});

tester.run("no-floating-coroutines", rule, {
  valid: [
    inGenerator("yield* work();"),
    inGenerator("const kept = work(); yield* kept;"),
    inGenerator("let kept; kept = work(); yield* kept;"),
    inGenerator("createTask(work());"),
    inGenerator("gather(work(), work());"),
    inGenerator("yield* timeout(1, () => work());"),
    inGenerator("return work();"),
    inGenerator("yield;"),
    inGenerator("numbers();"),
    inGenerator("if (yield* lock.acquire()) lock.release();"),
    inGenerator("getRunningLoop().callSoon(() => createTask(work()));"),
    inGenerator("const make = () => work(); yield* make();"),
    "function* count(): Generator<unknown> { yield numbers(); }",
    "const made: Array<() => Coroutine<number>> = []; made.push(() => work());",
    "void run(work()); await run(work());",
    "[1, 2].map(() => work());",
    "async function native() { await fetch('data:,'); }",
  ].map(right),
  invalid: [
    wrong("work();", "floating", "yield* work();"),
    wrong("sleep(1);", "floating", "yield* sleep(1);"),
    wrong("inferred();", "floating", "yield* inferred();"),
    wrong("lock.acquire();", "floating", "yield* lock.acquire();"),
    wrong("void work();", "floating", "yield* work();"),
    wrong("lock?.acquire();", "floating", "yield* lock?.acquire();"),
    wrong("lock.locked() && work();", "floating", "lock.locked() && (yield* work());"),
    wrong("lock.locked() ? work() : 0;", "floating", "lock.locked() ? (yield* work()) : 0;"),
    wrong("lock.locked() || void work();", "floating", "lock.locked() || (yield* work());"),
    wrong("yield work();", "star", "yield* work();"),
    wrong("const n = (yield work()) as number;", "star", "const n = (yield* work()) as number;"),
    wrong("yield createTask(work());", "star", "yield* createTask(work());"),
    wrong("if (lock.acquire()) lock.release();", "condition", "if (yield* lock.acquire()) lock.release();"),
    wrong("while (work()) break;", "condition", "while (yield* work()) break;"),
    wrong("if (!work()) return;", "condition", "if (!(yield* work())) return;"),
    wrong("const n = work() || 1;", "condition", "const n = (yield* work()) || 1;"),
    wrongElsewhere("work();", "floatingHere"),
    wrongElsewhere("function plain() { work(); }", "floatingHere"),
    wrongElsewhere("const plain = () => { void work(); };", "floatingHere"),
    wrongElsewhere("async function native() { await work(); }", "awaited"),
    wrongElsewhere("await sleep(1);", "awaited"),
    wrongElsewhere("setTimeout(() => work(), 10);", "callback"),
    wrongElsewhere("setTimeout(work, 10);", "callback"),
    wrongElsewhere("[1, 2].forEach(() => work());", "callback"),
    wrongElsewhere("[1, 2].forEach(function* () { yield* work(); });", "callback"),
    wrongElsewhere(inGenerator("getRunningLoop().callSoon(() => work());"), "callback"),
    wrongElsewhere(inGenerator("createTask(work()).addDoneCallback(() => work());"), "callback"),
  ],
});

test("the recommended configuration has the rule report errors", () => {
  expect(asyncio.configs.recommended).toMatchObject({
    plugins: { "asyncio-ts": { rules: asyncio.rules } },
    rules: { "asyncio-ts/no-floating-coroutines": "error" },
  });
});

test("without types the rule says what it needs", () => {
  expect(() => new Linter().verify("1;", [asyncio.configs.recommended], "program.ts")).toThrow(
    "set languageOptions.parser to the parser of typescript-eslint",
  );
});
