import { expect, test } from "vitest";
import { formatMessage } from "../../src/sandbox/format-message.ts";
import { limits } from "../../src/sandbox/protocol.ts";

const own = "blob:null/11111111-aaaa";
const foreign = "blob:null/22222222-bbbb";
const modules = new Map([
  [own, { path: "main.ts", columnBefore: (_: number, column: number) => column - 10 }],
]);

const printed = (...values: unknown[]) => formatMessage(values, modules);

test.for([
  [
    "V8",
    `Error: x\n    at start (${own}:9:17)\n    at ${foreign}:2:12274\n    at new Promise (<anonymous>)\n    at async ${own}:7:16`,
    "Error: x\n    at start (main.ts:9:7)\n    at new Promise (<anonymous>)\n    at async main.ts:7:6",
  ],
  ["the others", `start@${own}:9:17\nbegin@${foreign}:2:3\n@${own}:7:16`, "start@main.ts:9:7\n@main.ts:7:6"],
])(
  "a stack that is printed is told in places of the reader's files, in the words of %s",
  ([, stack, told]) => {
    expect(printed(stack)).toEqual([{ kind: "text", text: told, hasPlaces: true }]);
    expect(printed("%s!", stack)).toEqual([{ kind: "text", text: `${told}!`, hasPlaces: true }]);
    expect(printed(1, stack)).toMatchObject([{}, { text: told }]);
  },
);

test("an address that a program has made and prints stays as it is", () => {
  const text = `at ${foreign} and\n${foreign}:1:2`;
  expect(printed(text)).toEqual([{ kind: "text", text }]);
});

test("what is printed stays within what a text may be, whatever is in it", () => {
  const [part] = printed("blob:".repeat(100_000));
  expect(part).toMatchObject({ kind: "text" });
  expect(JSON.stringify(part).length).toBeLessThan(limits.text + 100);
});
