import { describe, expect, test } from "vitest";
import { parseAttachWords, parseInspectEnvironment, parseInspectWords } from "../../src/inspect/options.ts";

describe("the words of `inspect`", () => {
  test("end with the program, whose words are its own", () => {
    expect(parseInspectWords(["--pause", "--open", "app.ts", "--record", "x"])).toEqual({
      record: undefined,
      pause: true,
      open: true,
      promises: false,
      program: ["app.ts", "--record", "x"],
    });
  });

  test.each([[["--record", "a.json", "app.ts"]], [["--record=a.json", "app.ts"]]])(
    "name a file: %j",
    (words) => {
      expect(parseInspectWords(words)).toMatchObject({ record: "a.json", program: ["app.ts"] });
    },
  );

  test.each([
    [[], "takes a program, got none"],
    [["--pause"], "takes a program, got none"],
    [["--fast", "app.ts"], "--fast is no option"],
    [["--record"], "--record takes the name of a file"],
    [["--record", "", "app.ts"], "--record takes the name of a file"],
    [["--record", "--open", "app.ts"], "--record takes the name of a file"],
    [["--promises", "--pause", "app.ts"], "--promises does not go with --pause"],
    [["--record=a.json", "--pause", "app.ts"], "goes with neither --pause nor --open"],
  ])("are refused: %j", (words, message) => {
    expect(() => parseInspectWords(words)).toThrow(message);
  });
});

describe("the words of `inspect --attach`", () => {
  test.each([
    [["--attach"], { process: undefined, open: false }],
    [["--attach", "12"], { process: 12, open: false }],
    [["--attach", "--open"], { process: undefined, open: true }],
    [["--attach", "12", "--open"], { process: 12, open: true }],
  ])("say which program: %j", (words, options) => {
    expect(parseAttachWords(words)).toEqual(options);
  });

  test.each([[[]], [["app.ts", "--attach"]], [["--open", "app.ts"]]])("are no others: %j", (words) => {
    expect(parseAttachWords(words)).toBeUndefined();
  });

  test.each([["app.ts"], ["0"], ["-1"], ["1.5"], ["--pause"], ["--record"]])("take no %s", (word) => {
    expect(() => parseAttachWords(["--attach", word])).toThrow(
      `--attach takes the number of one process, and --open, got ${word}.`,
    );
  });

  test("take one process alone", () => {
    expect(() => parseAttachWords(["--attach", "1", "2"])).toThrow("got 2");
  });

  test("come first", () => {
    expect(() => parseInspectWords(["--open", "--attach"])).toThrow(
      "--attach is for a program that runs already",
    );
  });
});

describe("the environment", () => {
  test("says the same", () => {
    expect(parseInspectEnvironment({ ASYNCIO_TS_INSPECT_RECORD: "a.json" })).toEqual({
      record: "a.json",
      pause: false,
      open: false,
      promises: false,
    });
    expect(parseInspectEnvironment({ ASYNCIO_TS_INSPECT_PAUSE: "1", ASYNCIO_TS_INSPECT_OPEN: "0" })).toEqual({
      record: undefined,
      pause: true,
      open: false,
      promises: false,
    });
    expect(parseInspectEnvironment({ ASYNCIO_TS_INSPECT_PROMISES: "1" })).toMatchObject({ promises: true });
  });

  test("is refused where it contradicts itself", () => {
    const both = { ASYNCIO_TS_INSPECT_RECORD: "a.json", ASYNCIO_TS_INSPECT_OPEN: "1" };
    expect(() => parseInspectEnvironment(both)).toThrow("goes with neither");
  });
});
