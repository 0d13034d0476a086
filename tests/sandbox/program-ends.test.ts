import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { programs } from "../browser/program-ends.ts";

const house = join(import.meta.dirname, "../..");

/** How long a program may go on before that counts as for ever, in milliseconds. */
const patience = 2_000;

test.for(programs.filter(({ ends }) => ends !== "goes on"))(
  "Node ends so: $name",
  ({ code, ends, prints }) => {
    const { status, stdout } = inNode(code);
    expect(status === 0 ? "done" : "failed").toBe(ends);
    expect(prints ?? stdout).toBe(stdout);
  },
);

test.for(programs.filter(({ ends }) => ends === "goes on"))("Node goes on: $name", ({ code }) => {
  expect(inNode(code, patience).signal).toBe("SIGTERM");
});

function inNode(code: string, timeout?: number) {
  return spawnSync(process.execPath, ["--input-type=module-typescript", "--eval", code], {
    cwd: house,
    encoding: "utf8",
    timeout,
  });
}
