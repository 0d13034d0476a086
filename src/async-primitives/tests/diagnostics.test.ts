import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(here("tsconfig.json"), ts.sys.readFile).config,
  ts.sys,
  here("."),
);

/** Programs that do not compile, each by what is wrong with it. */
const programs = {
  coroutine: "function* main(): Coroutine<void> { yield sleep(1); }",
  task: "function* main(): Coroutine<void> { yield createTask(sleep(1)); }",
  future: "function* main(): Coroutine<void> { yield gather(sleep(1)); }",
  job: "function* main(): Coroutine<void> { yield new Pool().apply(() => 1); }",
  block: "timeout(1, function* () { yield sleep(1); });",
  argument: "gather(main(), main()); function* main() { yield sleep(1); }",
};

const imports = 'import { type Coroutine, createTask, gather, Pool, sleep, timeout } from "../index.ts";\n';
const fileOf = (name: string): string => here(`${name}.in-memory.ts`);
const messages = new Map<string, string>();

beforeAll(() => {
  const sources = new Map(Object.entries(programs).map(([name, code]) => [fileOf(name), imports + code]));
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (file) => sources.has(file) || fileExists(file);
  host.getSourceFile = (file, version, ...rest) => {
    const source = sources.get(file);
    if (source === undefined) {
      return getSourceFile(file, version, ...rest);
    }
    return ts.createSourceFile(file, source, version);
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  for (const file of sources.keys()) {
    const diagnostics = program.getSemanticDiagnostics(program.getSourceFile(file));
    messages.set(
      file,
      diagnostics.map((each) => ts.flattenDiagnosticMessageText(each.messageText, "\n")).join("\n"),
    );
  }
}, 60_000);

describe("the compiler names the star that was forgotten", () => {
  test.each(Object.keys(programs))("in the program with the %s", (name) => {
    expect(messages.get(fileOf(name))).toContain("a star: write `yield*`, not `yield`");
  });
});
