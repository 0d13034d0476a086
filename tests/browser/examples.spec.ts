import { listExamples, readExample } from "../../src/components/read-example.ts";
import { labelsFor } from "../../src/playground/labels.ts";
import { expect, Pane, test } from "./pane.ts";
import { shownExamples } from "./shown-examples.ts";

const shown = shownExamples();

test("every example is shown on a page", () => {
  expect(listExamples().filter((path) => !shown.some(({ example }) => example === path))).toEqual([]);
});

for (const { page: address, example: path } of shown) {
  const example = readExample(path);
  if (example.runtime !== "browser") {
    continue;
  }
  for (const name of example.versions) {
    test(`${path}/${name} prints its recorded output in the pane of /${address}`, async ({ page }) => {
      await page.goto(address);
      const pane = new Pane(page, path);
      await pane.choose(labelsFor("en").versions[name] ?? name);
      await pane.run();
      await pane.hasPrinted(example.output);
      await pane.hasState("done");
    });
  }
}
