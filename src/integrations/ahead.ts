import type { AstroIntegration } from "astro";
import { sideBySide } from "../build/side-by-side.ts";
import { findAllExamples } from "../examples/shelf.ts";
import { packLibrary } from "./library/pack-library.ts";
import { exampleTypes } from "./types/example-types.ts";

/**
 * Begins with what pages will wait for before any page is built: TypeScript and `npm` run on other cores, while this one bundles.
 */
export function ahead(): AstroIntegration {
  return {
    name: "ahead",
    hooks: {
      "astro:build:start": ({ logger }) => {
        logger.info(`Finds the types of ${findAllExamples().length} examples.`);
        const works = [sideBySide(findAllExamples(), exampleTypes), packLibrary()];
        // Who needs a result waits for it, and hears there what went wrong.
        works.forEach((work) => void work.catch(() => {}));
      },
    },
  };
}
