import { expect, test } from "vitest";
import { whatIsMissing } from "../../src/playground/run/what-is-missing.ts";

/** What is said, in English, of what an engine says of a program. */
function said(message: string, code = "", name = "ReferenceError"): string | undefined {
  return whatIsMissing({ name, message, frames: [] }, code, "en");
}

test.for([
  ["process is not defined", /^process belongs to Node/],
  ["Can't find variable: require", /^require belongs to Node/],
  ["document is not defined", /^document belongs to a page/],
  ["alert is not defined", /^alert\(\) belongs to a page.*console\.log/],
])("a name that a worker has not got, as in %s, is told of with its owner", ([message, expected]) => {
  expect(said(message as string)).toMatch(expected as RegExp);
});

test.for(["pr = new Promise(() => {})", "let a = 1;\npr= a", "if (true) pr =\n1"])(
  "a variable that %s would have made in a script has to be declared",
  (code) => {
    expect(said("pr is not defined", code)).toMatch(/^pr is declared nowhere.*const or let/);
  },
);

test.for(["pr == 1", "pr => 1", "console.log(pr)", "o.pr = 1", "spr = 1"])(
  "a name that is only misspelled, as in %s, is left to the error",
  (code) => {
    expect(said("pr is not defined", code)).toBeUndefined();
  },
);

test("a name with a dollar sign is one", () => {
  expect(said("$ is not defined", "$ = 1")).toMatch(/^\$ is declared nowhere/);
});

test.for(["Failed to fetch", "NetworkError when attempting to fetch resource.", "Load failed"])(
  "a request that no pane can make is told of, in the engine's words %s",
  (message) => {
    expect(said(message, "", "TypeError")).toMatch(/reaches no network/);
  },
);

test("other errors are left alone, whatever they are called", () => {
  expect(said("process is not defined", "", "Error")).toBeUndefined();
  expect(said("x is not a function", "", "TypeError")).toBeUndefined();
});

test("a Chinese page says so in Chinese", () => {
  const error = { name: "ReferenceError", message: "process is not defined", frames: [] };
  expect(whatIsMissing(error, "", "zh-cn")).toMatch(/^process 是 Node 才有的/);
});
