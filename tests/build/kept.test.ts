import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { digestOf } from "../../src/build/digest-of.ts";
import { findKept, forgetUnused, keep } from "../../src/build/kept.ts";
import { digestProgram } from "../../src/build/program-digest.ts";

describe("what a build keeps", () => {
  const kind = `test-${randomUUID()}`;
  const folder = join(process.cwd(), ".astro/kept", kind);

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("is found under the digest of what it was made from, and under no other", () => {
    keep(kind, digestOf("a"), "made of a");
    expect(findKept(kind, digestOf("a"))?.toString()).toBe("made of a");
    expect(findKept(kind, digestOf("b"))).toBeUndefined();
  });

  test("is found byte for byte", () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    keep(kind, digestOf(bytes), bytes);
    expect(findKept(kind, digestOf(bytes))).toEqual(Buffer.from(bytes));
  });

  test("is forgotten when no build has used it for a week", () => {
    const aged = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1_000);
    for (const [name, days] of [
      ["unused", 8],
      ["used", 8],
      ["recent", 6],
    ] as const) {
      keep(kind, digestOf(name), name);
      utimesSync(join(folder, digestOf(name)), aged(days), aged(days));
    }
    findKept(kind, digestOf("used"));
    forgetUnused();
    expect(findKept(kind, digestOf("unused"))).toBeUndefined();
    expect(findKept(kind, digestOf("used"))?.toString()).toBe("used");
    expect(findKept(kind, digestOf("recent"))?.toString()).toBe("recent");
  });

  test("leaves nothing unfinished beside it", () => {
    keep(kind, digestOf("a"), "first");
    keep(kind, digestOf("a"), "second");
    expect(readdirSync(folder)).toEqual([digestOf("a")]);
  });
});

describe("a digest", () => {
  test("tells where one part ends and the next begins", () => {
    expect(digestOf("ab", "c")).not.toBe(digestOf("a", "bc"));
    expect(digestOf("ab")).not.toBe(digestOf("ab", ""));
  });

  test("is the same for a text and for its bytes", () => {
    expect(digestOf("等待")).toBe(digestOf(Buffer.from("等待")));
  });
});

describe("the digest of a program", () => {
  const folder = `test-results/program-${randomUUID()}`;
  const write = (name: string, code: string): void => writeFileSync(join(folder, name), code);

  beforeEach(() => {
    mkdirSync(folder, { recursive: true });
    write("main.ts", 'import { answer } from "./answer.ts"; console.log(answer());');
    write("answer.ts", "export const answer = () => 42;");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const digest = () => digestProgram(`${folder}/main.ts`);

  test("changes with a module that it imports", async () => {
    const before = await digest();
    write("answer.ts", "export const answer = () => 43;");
    expect(await digest()).not.toBe(before);
  });

  test("stays when only a comment is added", async () => {
    const before = await digest();
    write("answer.ts", "// The answer.\nexport const answer = () => 42;");
    expect(await digest()).toBe(before);
  });
});
