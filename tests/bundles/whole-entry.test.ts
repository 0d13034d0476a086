import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examplesFolder, listExamples, readExample } from "../../src/examples/read-example.ts";
import { runProgram } from "../examples/run-program.ts";
import { bundlers, origins } from "./bundlers.ts";

/** Calls that reach the host: threads, sockets and processes. */
const program = `
import { createSubprocessExec, currentTask, openConnection, PIPE, Pool, run, startServer, toThread } from "asyncio-ts";
import type { Coroutine, StreamReader, StreamWriter } from "asyncio-ts";

const double = (n: number) => n * 2;

function* echo(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  writer.write(yield* reader.readline());
  yield* writer.drain();
  writer.close();
}

function* overTcp(): Coroutine<string> {
  const server = yield* startServer(echo, "127.0.0.1", 0);
  const [, port] = server.sockets[0]?.getsockname() as [string, number];
  const [reader, writer] = yield* openConnection("127.0.0.1", port);
  writer.write(new TextEncoder().encode("over TCP\\n"));
  const line = yield* reader.readline();
  writer.close();
  server.close();
  return new TextDecoder().decode(line).trim();
}

function* inProcess(): Coroutine<string> {
  const process = yield* createSubprocessExec("node", "-p", "'of a process'", { stdout: PIPE });
  const [output] = yield* process.communicate();
  return new TextDecoder().decode(output).trim();
}

function* main(): Coroutine<void> {
  console.log(yield* toThread(double, 1));
  console.log(yield* currentTask()!.getLoop().runInExecutor(undefined, double, 2));
  yield* new Pool(1).with(function* (pool) {
    console.log((yield* pool.map(double, [3, 4])).join(" "));
  });
  console.log(yield* overTcp());
  console.log(yield* inProcess());
}

await run(main());
`;

const firstOfEachSection = [
  ...new Map(
    listExamples()
      .filter((path) => {
        const { kind, versions } = readExample(path);
        return kind !== "exercise" && versions.includes("main.ts");
      })
      .reverse()
      .map((path) => [path.split("/")[0], path]),
  ).values(),
].sort();

/** The examples are many, so that each bundler has its turn with them, and each origin has. */
const bundles = [
  ["esbuild", "source", []],
  ["esbuild", "dist", firstOfEachSection],
  ["rolldown", "source", firstOfEachSection],
  ["rolldown", "dist", []],
] as const;

/** A project that has the library as one minified file. */
describe.each(bundles)("the whole entry, bundled by %s from %s,", (bundler, origin, examples) => {
  let project: string;

  beforeAll(async () => {
    project = mkdtempSync(join(tmpdir(), "asyncio-ts-bundle-"));
    const folder = join(project, "node_modules/asyncio-ts");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "type": "module", "exports": "./bundle.js" }');
    await bundlers[bundler]('export * from "asyncio-ts";', join(folder, "bundle.js"), origins[origin]);
  });

  afterAll(() => rmSync(project, { recursive: true }));

  test("runs functions in threads, connects, serves and starts processes", async () => {
    writeFileSync(join(project, "program.ts"), program);
    const output = await runProgram(process.execPath, "program.ts", project);
    expect(output.trim().split("\n")).toEqual(["2", "4", "6 8", "over TCP", "of a process"]);
  });

  test.concurrent.for(examples)("runs the example %s", async (path) => {
    const folder = join(project, path);
    cpSync(join(examplesFolder(), path), folder, { recursive: true });
    expect(await runProgram(process.execPath, "main.ts", folder)).toBe(readExample(path).output);
  });
});
