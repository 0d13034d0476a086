import type { Page } from "@playwright/test";
import { listExamples, readExample } from "../../src/examples/read-example.ts";
import { needOf } from "../../src/playground/python/why-not-here.ts";
import { expect, test } from "./pane.ts";
import { SandboxPage } from "./sandbox-page.ts";

/** Every example whose Python a page can run. */
const examples = listExamples()
  .map((path) => readExample(path))
  .flatMap(({ path, files, output }) => {
    const code = files.find(({ name }) => name === "main.py")?.code;
    return code === undefined || needOf(code) !== undefined ? [] : [{ path, code, output }];
  });

/** So many share a sandbox page, which fetches CPython once. */
const perPage = 38;
const batches = Array.from({ length: Math.ceil(examples.length / perPage) }, (_, index) =>
  examples.slice(index * perPage, (index + 1) * perPage),
);

test("there are Python examples that a page can run, and most can", () => {
  expect(examples.length).toBeGreaterThan(140);
});

for (const [index, batch] of batches.entries()) {
  test(`Python examples ${index + 1} of ${batches.length} print in the page what CPython printed`, async ({
    page,
  }) => {
    test.setTimeout(900_000);
    const printed = await runAll(page, batch);
    expect(printed).toEqual(Object.fromEntries(batch.map(({ path, output }) => [path, output])));
  });
}

async function runAll(
  page: Page,
  programs: readonly { readonly path: string; readonly code: string }[],
): Promise<Record<string, string>> {
  const sandbox = await SandboxPage.open(page, "sandbox/python/");
  const printed: Record<string, string> = {};
  for (const { path, code } of programs) {
    printed[path] = await test.step(path, () => sandbox.runToEnd("/main.py", code));
  }
  return printed;
}
