import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ownMessageFor } from "../../src/playground/own-message.ts";
import { inChinese } from "../../src/playground/own-message-in-chinese.ts";
import { addressOf, readShared } from "../../src/playground/sharing/shared-code.ts";
import { CompileError, compile } from "../../src/sandbox/compile.ts";

const house = join(import.meta.dirname, "../..");

/** What the compiler says of the file `main.ts`, beside another one. */
function refusalOf(main: string, other = ""): string {
  try {
    compile({ "/main.ts": main, "/other.ts": other }, "/main.ts");
  } catch (error) {
    if (error instanceof CompileError) {
      return error.message;
    }
    throw error;
  }
  throw new Error("The compiler refused nothing.");
}

/** What reading a link says that was made of these files. */
function faultOf(
  files: Readonly<Record<string, string>>,
  change: (hash: string) => string = (hash) => hash,
): string {
  const address = addressOf({ example: "a/b", version: "main.ts", files }, "http://site/");
  try {
    readShared(change(new URL(address ?? "").hash), ["main.ts", "plain.ts"]);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("The link was read.");
}

/** A sentence that stands in a source of the sandbox, with numbers for what is put into it. */
function sentenceIn(file: string, sentence: RegExp): string {
  const [found = ""] = sentence.exec(readFileSync(join(house, "src", file), "utf8")) ?? [];
  return found.replace(/\$\{[^}]*\}/g, "64");
}

const messages: readonly (readonly [what: string, message: string])[] = [
  ["an enum", refusalOf("enum Colour { Red }")],
  ["a namespace", refusalOf("namespace Colours { export const red = 1; }")],
  ["a parameter property", refusalOf("class Point { constructor(private x: number) {} }")],
  ["import = require()", refusalOf('import fs = require("fs");')],
  ["an unknown module", refusalOf('import "elsewhere";')],
  ["a circle", refusalOf('import "./other.ts";', 'import "./main.ts";')],
  ["too many messages", sentenceIn("sandbox/page.ts", /The program sent messages [^"]*/)],
  ["a worker that ended", sentenceIn("sandbox/serve-frame.ts", /The worker ended\./)],
  ["a loop that sleeps for ever", sentenceIn("sandbox/python/worker.ts", /Nothing is left that could [^"]*/)],
  ["calls that go too deep", sentenceIn("sandbox/python/breakdown.ts", /The calls go deeper [^"]*/)],
  [
    "a file that is not there",
    sentenceIn("sandbox/python/fetch-runtime.ts", /\$\{name\} could not be fetched[^`]*/),
  ],
  ["a file of another length", sentenceIn("sandbox/python/fetch-runtime.ts", /\$\{name\} has [^`]*/)],
  ["an await that never settles", sentenceIn("sandbox/worker.ts", /Detected unsettled [^"]*/)],
  [
    "a program that takes too long to compile",
    sentenceIn("sandbox/compiler-host.ts", /The program took [^"]*/),
  ],
  ["a process that ended", sentenceIn("sandbox/page.ts", /The browser ended [^"]*/)],
  ["too many workers", sentenceIn("sandbox/limit-workers.ts", /A program in the pane may [^`]*/)],
  ["no sandbox page", sentenceIn("playground/run/sandbox-runner.ts", /The sandbox page did not [^`]*/)],
  ["a link without code", faultOf({}, () => "#code=")],
  ["a link with too much code", faultOf({ "main.ts": "1" }, (hash) => hash + "A".repeat(20_000))],
  ["a link without a file", faultOf({})],
  ["a link with a wrong moment", faultOf({ "main.ts": "1" }, (hash) => `${hash}&moment=soon`)],
  ["a link to another page's pane", "expected a pane of this page, found a/b"],
  ["a link that was cut", faultOf({ "main.ts": "1 + 1" }, (hash) => hash.slice(0, -4))],
  ["a link with a line that is too long", faultOf({ "main.ts": "1 + ".repeat(3_000) })],
  ["a link with another file", faultOf({ "other.ts": "1 + 1" })],
];

describe.each(messages)("what is said of %s", (_what, message) => {
  test("is in Chinese on a Chinese page", () => {
    const chinese = inChinese(message);
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(chinese).not.toMatch(/\$\d|\b(the|and|is)\b/);
  });

  test("stays as it is on an English page", async () => {
    const ownMessage = await ownMessageFor("en");
    expect(ownMessage(message)).toBe(message);
  });
});

test("what is put into a message is in the Chinese one", () => {
  expect(inChinese(refusalOf('import "elsewhere";'))).toContain('"elsewhere"');
  expect(inChinese(refusalOf('import "./other.ts";', 'import "./main.ts";'))).toContain("other.ts");
});

test("what the engine or the library says stays in English", () => {
  expect(inChinese("x is not defined")).toBe("x is not defined");
});
