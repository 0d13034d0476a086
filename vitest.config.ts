import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

/** Limits, in milliseconds, for what never ends. A machine that is busy with other things may take long. */
const limits = { testTimeout: 240_000, hookTimeout: 240_000 };

/** All cores, whatever else the machine does: Vitest would leave one to the machine, and a laptop may have two. */
const onAllCores = { ...limits, maxWorkers: "100%" };

/** Runs the sources of the library, not what was built of them. */
const fromSource = { ssr: { resolve: { conditions: ["asyncio-ts-source", ...defaultServerConditions] } } };

/**
 * Each project runs alone: the library by itself, the differential oracle against CPython's recorded traces,
 * what the sandbox compiles and believes, what the event-loop view draws, and every example on every runtime but the browser (Playwright has that one).
 */
export default defineConfig({
  test: {
    projects: [
      {
        ...fromSource,
        test: {
          name: "unit",
          ...onAllCores,
          include: ["src/async-primitives/tests/**/*.test.ts"],
          typecheck: {
            enabled: true,
            include: ["src/async-primitives/tests/**/*.test-d.ts"],
            tsconfig: "src/async-primitives/tests/tsconfig.json",
          },
        },
      },
      { ...fromSource, test: { name: "oracle", ...limits, include: ["tests/oracle/**/*.test.ts"] } },
      // Sucrase's parser is reached below its entry, which only a bundler resolves.
      {
        ...fromSource,
        test: {
          name: "sandbox",
          ...onAllCores,
          include: [
            "tests/{sandbox,trace,promise-trace,recording,loading,pane,progress,puzzle,inspect,watch,command-line}/**/*.test.ts",
          ],
          server: { deps: { inline: ["sucrase"] } },
        },
      },
      // Which folder of src/ may import from which; what the Chinese texts say, and what they were made from.
      {
        test: {
          name: "house",
          ...onAllCores,
          include: ["tests/{house,markdown,search,translation}/**/*.test.ts"],
        },
      },
      {
        ...fromSource,
        test: { name: "view", ...onAllCores, include: ["tests/event-loop-view/**/*.test.ts"] },
      },
      // What a build keeps for the next one, how it does its work, and what it makes the reference of.
      { test: { name: "build", ...limits, include: ["tests/{build,reference}/**/*.test.ts"] } },
      // The library through bundlers, from its sources and as it is published.
      {
        ...fromSource,
        test: {
          name: "bundles",
          ...onAllCores,
          include: ["tests/bundles/**/*.test.ts"],
          maxConcurrency: 2,
        },
      },
      // What is built, served by nginx and Caddy.
      {
        test: {
          name: "hosting",
          ...limits,
          include: ["tests/hosting/**/*.test.ts"],
        },
      },
      // What is built, in Firefox and in WebKit. A browser that dies is started again, and its test with it.
      {
        test: {
          name: "engines",
          ...limits,
          retry: { count: 1, condition: /The browser is gone/ },
          include: ["tests/engines/**/*.test.ts"],
        },
      },
      {
        test: {
          name: "examples",
          ...onAllCores,
          include: ["tests/examples/**/*.test.ts"],
          maxConcurrency: 8,
        },
      },
    ],
  },
});
