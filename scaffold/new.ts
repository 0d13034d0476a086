/** `npm run new:example -- coroutines/say-after`, `npm run new:host-example -- host-event-loop/order`, `npm run new:page -- slug`, `npm run new:translation -- slug`. */
import { newExample, newHostExample } from "./new-example.ts";
import { newPage } from "./new-page.ts";
import { newTranslation } from "./new-translation.ts";
import { ScaffoldError } from "./scaffold-error.ts";

const kinds = {
  example: newExample,
  "host-example": newHostExample,
  page: newPage,
  translation: newTranslation,
};

const [kind, word] = process.argv.slice(2);
try {
  const { files, next } = kinds[kind as keyof typeof kinds](word, process.cwd());
  console.log(`Written:\n  ${files.join("\n  ")}\n\nNext:\n  ${next.join("\n  ")}`);
} catch (error) {
  if (!(error instanceof ScaffoldError)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
}
