import type { AstroIntegration } from "astro";
import { sideBySide } from "../build/side-by-side.ts";
import { examplesWithView } from "../examples/examples-with-view.ts";
import { recordedRun } from "../examples/recorded-run.ts";
import { findAllExamples, findExample } from "../examples/shelf.ts";
import { packLibrary } from "./library/pack-library.ts";
import { exampleTypes } from "./types/example-types.ts";

/**
 * Begins with what pages will wait for before any page is built: TypeScript, the programs that are recorded and `npm` run
 * on other cores, while this one bundles.
 */
export function ahead(): AstroIntegration {
  return {
    name: "ahead",
    hooks: {
      "astro:build:start": ({ logger }) => {
        const viewed = [...new Set(examplesWithView())];
        logger.info(`Finds the types of ${findAllExamples().length} examples and records ${viewed.length}.`);
        const works = [
          sideBySide(findAllExamples(), exampleTypes),
          sideBySide(viewed, (path) => recordedRun(findExample(path))),
          packLibrary(),
        ];
        // Who needs a result waits for it, and hears there what went wrong.
        works.forEach((work) => void work.catch(() => {}));
      },
    },
  };
}
