import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const folder = new URL("..", import.meta.url).pathname;

/** A program as it would be served: one minified file. The neutral platform has no Node modules to import. */
async function bundle(contents: string, format: "esm" | "iife" = "esm"): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    format,
    globalName: "program",
    platform: "neutral",
    conditions: ["asyncio-ts-source"],
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

const sizeOf = async (contents: string): Promise<number> =>
  gzipSync(await bundle(contents), { level: 9 }).length;

describe("gzipped", () => {
  test.each(["./core.ts", "./index.ts"])(
    "a program that runs, sleeps and gathers takes less than 7,500 bytes from %s",
    async (entry) => {
      const size = await sizeOf(`export { createTask, gather, run, sleep } from "${entry}"`);
      expect(size).toBeLessThanOrEqual(7500);
    },
  );

  // asyncio's own calls take 12,032 bytes. Each part beyond them is for whoever imports it: asynchronous iteration 2,176,
  // groups of exceptions and exceptStar 896, TaskGroup.cancel 64, coroutines that are owned and lists told from awaitables 160,
  // blocks and awaitables that are looked at where they are given 288, waiters that leave a line cheaply 128,
  // requests to generators that begin as CPython's do, and asCompleted as a source 512, an order of items that have one 192,
  // the threads of a loop that its run waits for, and guards around all that a program is called back with, 64,
  // the message of a cancellation in the reason of a signal 64, arguments that are looked at where they are given, proxies and classes too, 896,
  // signals that cancel, and signals of tasks, 128, what `using` closes 64.
  test("everything but streams, subprocesses and executors takes less than 17,664 bytes", async () => {
    expect(await sizeOf('export * from "./core.ts"')).toBeLessThanOrEqual(17_664);
  });
});

test("no module does anything when it is imported, since a bundler would leave it out", () => {
  const effects = listSources().flatMap((file) => {
    const { statements } = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
    return statements
      .filter((statement) => !isDeclaration(statement))
      .map((statement) => `${file}: ${ts.SyntaxKind[statement.kind]}`);
  });
  expect(effects).toEqual([]);
});

const listSources = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/^(dist|tests|node_modules)\b/.test(file))
    .map((file) => join(folder, file));

const isDeclaration = (statement: ts.Statement): boolean =>
  ts.isImportDeclaration(statement) ||
  ts.isExportDeclaration(statement) ||
  ts.isExportAssignment(statement) ||
  ts.isVariableStatement(statement) ||
  ts.isFunctionDeclaration(statement) ||
  ts.isClassDeclaration(statement) ||
  ts.isInterfaceDeclaration(statement) ||
  ts.isTypeAliasDeclaration(statement);

test("works in an engine without Symbol.dispose, and without anything of Node", async () => {
  const code = await bundle(
    `import { gather, Lock, run, sleep } from "./core.ts";
     const lock = new Lock();
     function* twice(n: number) {
       return yield* lock.with(function* () {
         yield* sleep(0.001);
         return n * 2;
       });
     }
     function* main() {
       return yield* gather(twice(1), twice(2));
     }
     export const result = run(main());`,
    "iife",
  );
  const browser = createContext({
    MessageChannel: fakeChannel(),
    performance,
    setTimeout,
    clearTimeout,
    console,
  });
  runInContext("delete Symbol.dispose; delete Symbol.asyncDispose", browser);
  runInContext(code.replace("var program", "globalThis.program"), browser);
  expect(await runInContext("program.result", browser)).toEqual([2, 4]);
});

/** Node keeps running while a real channel is open. */
function fakeChannel() {
  return class {
    readonly port1 = { onmessage: (): void => {} };
    readonly port2 = { postMessage: () => setTimeout(() => this.port1.onmessage(), 0) };
  };
}
