import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { highlight } from "../../src/code/highlight.ts";

afterEach(() => vi.restoreAllMocks());

test("code is coloured to its end, however long the machine takes", async () => {
  let now = 0;
  vi.spyOn(Date, "now").mockImplementation(() => (now += 10_000));
  vi.spyOn(performance, "now").mockImplementation(() => (now += 10_000));
  // No build has kept what it looks like.
  const text = randomUUID();
  expect(await highlight(`const code = "${text}";`, "main.ts")).toBe(
    `<b>const</b> <var>code</var> <b>=</b> <i>"${text}"</i>;`,
  );
});

test("a short string with a hyphen stays in one line, and a long one may break", async () => {
  const long = "a-".repeat(20);
  expect(await highlight(`import { run } from "asyncio-ts";\nprint("${long}", "a text");`, "main.ts")).toBe(
    '<b>import</b> { run } <b>from</b> <i class=s>"asyncio-ts"</i>;\n' +
      `<u>print</u>(<i>"${long}"</i>, <i>"a text"</i>);`,
  );
});
