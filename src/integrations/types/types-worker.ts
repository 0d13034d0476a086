/** Runs TypeScript on a core of its own, while the rest of the site is built. */
import { parentPort } from "node:worker_threads";
import type { Example } from "../../examples/read-example.ts";
import {
  createLanguageService,
  type LanguageService,
} from "../../playground/type-checking/language-service.ts";
import { readDeclarations } from "./declarations.ts";
import { typesOf } from "./types-of.ts";

/** One for the examples of browsers and one for those of Node. */
const services = new Map<string, LanguageService>();

/** Examples come, all for the same platform, and their types go back. */
parentPort?.on("message", (examples: readonly Example[]) => {
  const platform = examples[0]?.runtime ?? "browser";
  const language = services.get(platform) ?? createLanguageService(readDeclarations(platform), { platform });
  services.set(platform, language);
  parentPort?.postMessage(typesOf(examples, language));
});
