import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { expect, test } from "./pane.ts";
import { embeddedPages, formerPages, partsOfTheSite } from "./shown-examples.ts";

const site = join(import.meta.dirname, "../../dist");

/** What the HTML standard demands. Style is left to those who write the markup, and accessibility to axe, which sees the page. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ["html-validate:standard"],
    rules: {
      // Starlight's anchor of the top is `_top`: any text without blanks is an id.
      "valid-id": ["error", { relaxed: true }],
    },
  }),
);

/** The copy buttons of Expressive Code have a `div` each, which its styles name. */
const copyButtons = /<div><\/div>(?=<\/button>)/g;

for (const [part, addresses] of partsOfTheSite()) {
  test(`every page of /${part} is valid HTML`, () => areValid(addresses.map((page) => `${page}index.html`)));
}

test("every embedded pane is valid HTML", () => areValid(embeddedPages().map((page) => `${page}index.html`)));

test("every page that only leads on is valid HTML", () =>
  areValid(formerPages().map((page) => `${page}index.html`)));

test("the page for what is not found is valid HTML", () => areValid(["404.html"]));

async function areValid(files: readonly string[]): Promise<void> {
  const problems: string[] = [];
  for (const file of files) {
    const html = readFileSync(join(site, file), "utf8").replaceAll(copyButtons, "");
    if (/\p{Cc}/u.test(html.replaceAll(/[\n\r\t]/g, ""))) {
      problems.push(`${file}: a control character`);
    }
    const { results } = await validator.validateString(html, file);
    problems.push(
      ...results.flatMap(({ messages }) =>
        messages.map(
          ({ line, column, ruleId, message, selector }) =>
            `${file}:${line}:${column} ${ruleId}: ${message} ${selector ?? ""}`,
        ),
      ),
    );
  }
  expect(problems).toEqual([]);
}
