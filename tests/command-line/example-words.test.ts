import { describe, expect, test } from "vitest";
import { parseExampleWords } from "../../src/command-line/example-words.ts";

describe("the words of `example`", () => {
  test.each([
    [["streams/echo"], { type: "write", path: "streams/echo", folder: undefined, language: "en" }],
    [
      ["streams/echo/", "there", "--language", "zh-cn"],
      { type: "write", path: "streams/echo", folder: "there", language: "zh-cn" },
    ],
    [["--list"], { type: "list", section: undefined, language: "en" }],
    [["--language=zh", "--list", "tasks"], { type: "list", section: "tasks", language: "zh-cn" }],
  ])("are read: %j", (words, request) => {
    expect(parseExampleWords(words)).toEqual(request);
  });

  test.each([
    [[], "takes the path of an example, got none"],
    [["--force", "streams/echo"], "--force is no option"],
    [["streams/echo", "there", "and"], "and is one word too many"],
    [["--list", "tasks", "streams"], "streams is one word too many"],
    [["--language"], "--language takes en or zh-cn, got nothing"],
    [["--language=fr", "streams/echo"], "--language takes en or zh-cn, got fr"],
  ])("are refused: %j", (words, message) => {
    expect(() => parseExampleWords(words)).toThrow(message);
  });
});
