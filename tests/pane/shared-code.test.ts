import { expect, test } from "vitest";
import { addressOf, readShared } from "../../src/playground/sharing/shared-code.ts";

const known = ["main.ts", "plain.ts"];
const files = { "main.ts": "await 1;" };

function linkTo(moment: number | undefined): string {
  return new URL(addressOf({ example: "a/b", version: "main.ts", files, moment }, "http://site/") ?? "").hash;
}

test.each([0, 17, 199_999, undefined])("a link takes the moment %s along", (moment) => {
  expect(readShared(linkTo(moment), known)).toEqual({ example: "a/b", version: "main.ts", files, moment });
});

test.each([
  "",
  "-1",
  "1.5",
  "1e3",
  "0x10",
  "NaN",
  "Infinity",
  "200000",
  "9".repeat(10_000),
  "__proto__",
  "<b>",
])("a link whose moment is %j is refused", (moment) => {
  const hash = linkTo(17).replace("moment=17", `moment=${encodeURIComponent(moment)}`);
  expect(() => readShared(hash, known)).toThrow(
    /^expected the number of an event, at most 199999, as the moment, found "[^"]{0,60}["…]/,
  );
});
