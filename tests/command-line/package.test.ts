import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listExamples, readExample } from "../../src/examples/read-example.ts";
import { installPackage, runIn } from "../machine/installed-package.ts";

let folder: string;

beforeAll(() => {
  folder = installPackage();
});

afterAll(() => rmSync(folder, { recursive: true }));

function asyncioTs(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync("npx", ["--offline", "asyncio-ts", ...words], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  return { status, output: stdout, errors: stderr };
}

const read = (...path: readonly string[]) => readFileSync(join(folder, ...path), "utf8");

describe("in a folder that has installed the package, `npx asyncio-ts example`", () => {
  test("writes an example as a project that installs offline and runs", () => {
    const { status, output } = asyncioTs("example", "streams/echo");
    expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining("cd streams-echo") });
    const example = readExample("streams/echo");
    expect(readdirSync(join(folder, "streams-echo")).sort()).toEqual(
      ["README.md", "asyncio-ts.tgz", "package.json", ...example.files.map(({ name }) => name)].sort(),
    );
    const project = join(folder, "streams-echo");
    runIn(project, "npm", "install", "--offline", "--no-audit", "--no-fund");
    expect(runIn(project, "npm", "start", "--silent")).toBe(example.output);
  });

  test("writes into the folder that is named, with comments in the language", () => {
    expect(asyncioTs("example", "streams/pieces", "a/b", "--language", "zh-cn").status).toBe(0);
    const code = ["main.ts", "plain.ts", "main.py"].map((name) => read("a/b", name)).join("");
    const { comments } = readExample("streams/pieces");
    for (const [english, chinese] of Object.entries(comments)) {
      expect(code).toContain(chinese);
      expect(code).not.toContain(english);
    }
    expect(read("a/b/README.md")).toContain("运行");
  });

  test("starts an exercise where the reader begins", () => {
    expect(asyncioTs("example", "streams/exercise-2-frames", "frames").status).toBe(0);
    expect(JSON.parse(read("frames/package.json")).scripts).toEqual({ start: "node main.ts" });
    expect(existsSync(join(folder, "frames/solution.ts"))).toBe(true);
  });

  test("names all examples, or those of a section", () => {
    const lines = asyncioTs("example", "--list").output.trim().split("\n");
    expect(lines.map((line) => line.split(" ")[0])).toEqual(listExamples());
    const ofSection = asyncioTs("example", "--list", "streams", "--language=zh-cn").output;
    expect(ofSection).toMatch(/^streams\/echo +回声服务器和三个客户端$/m);
    expect(ofSection).not.toContain("tasks/");
  });

  test("writes over nothing", () => {
    mkdirSync(join(folder, "mine"));
    writeFileSync(join(folder, "mine/main.ts"), "mine");
    writeFileSync(join(folder, "file"), "mine");
    const taken = asyncioTs("example", "streams/echo", "mine");
    expect(taken).toMatchObject({ status: 1, errors: expect.stringContaining("mine is not empty") });
    expect(readdirSync(join(folder, "mine"))).toEqual(["main.ts"]);
    expect(read("mine/main.ts")).toBe("mine");
    const file = asyncioTs("example", "streams/echo", "file");
    expect(file).toMatchObject({ status: 1, errors: expect.stringContaining("file cannot be written") });
  });

  test.each([
    [["example", "echo"], 1, "there is no example echo. Did you mean streams/echo?"],
    [["example", "streams/ecko"], 1, "or streams/written-and-read? `asyncio-ts example --list` names all."],
    [["example", "no/where"], 1, "there is no example no/where. `asyncio-ts example --list`"],
    [["example", "constructor"], 1, "there is no example constructor."],
    [["example", "--list", "nowhere"], 1, "there is no section nowhere. The sections are abort-signals,"],
    [["example"], 2, "Usage: asyncio-ts example"],
    [["exemple"], 2, "exemple is no command."],
  ])("says what is wrong: %j", (words, status, message) => {
    const answer = asyncioTs(...words);
    expect(answer).toMatchObject({ status, errors: expect.stringContaining(message) });
    expect(answer.errors).not.toMatch(/^\s+at /m);
  });

  test("says how it is called", () => {
    const { status, output } = asyncioTs("--help");
    expect({ status, output }).toEqual({
      status: 0,
      output: expect.stringMatching(/asyncio-ts inspect [\s\S]*asyncio-ts example /),
    });
    expect(asyncioTs("example", "--help").output).not.toContain("inspect");
  });
});
