/** `npm run translated` says that the Chinese pages are up to date again; `npm run translated -- event-loop` says it of one. */
import { readFileSync, writeFileSync } from "node:fs";
import { isOlder, translatedPages, withMadeFrom } from "./translated-page.ts";

const pages = translatedPages();
const asked = process.argv.slice(2);
const unknown = asked.filter((slug) => !pages.some((page) => page.slug === slug));

if (unknown.length > 0) {
  const slugs = pages.map(({ slug }) => slug).join(", ");
  console.error(
    `Expected pages that exist in both languages, found ${unknown.join(", ")}. Name some of: ${slugs}.`,
  );
  process.exitCode = 1;
} else {
  const older = pages.filter((page) => isOlder(page) && (asked.length === 0 || asked.includes(page.slug)));
  for (const { file, english } of older) {
    writeFileSync(file, withMadeFrom(readFileSync(file, "utf8"), english));
    console.log(`${file} is marked as made from the English page as it is now.`);
  }
  if (older.length === 0) {
    console.log("No Chinese page is older than its English one.");
  }
}
