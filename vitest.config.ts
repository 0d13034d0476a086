import { defineConfig } from "vitest/config";

/**
 * Each project runs alone: the library by itself, the differential oracle against CPython's recorded traces,
 * what the sandbox compiles and believes, what the event-loop view draws, and every example on every runtime but the browser (Playwright has that one).
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/async-primitives/tests/**/*.test.ts"],
          typecheck: {
            enabled: true,
            include: ["src/async-primitives/tests/**/*.test-d.ts"],
            tsconfig: "src/async-primitives/tests/tsconfig.json",
          },
        },
      },
      { test: { name: "oracle", include: ["tests/oracle/**/*.test.ts"] } },
      // Sucrase's parser is reached below its entry, which only a bundler resolves.
      {
        test: {
          name: "sandbox",
          include: ["tests/{sandbox,trace,recording}/**/*.test.ts"],
          server: { deps: { inline: ["sucrase"] } },
        },
      },
      // Which folder of src/ may import from which.
      { test: { name: "house", include: ["tests/house/**/*.test.ts"] } },
      { test: { name: "view", include: ["tests/event-loop-view/**/*.test.ts"] } },
      // The library through bundlers, from its sources and as it is published.
      {
        test: {
          name: "bundles",
          include: ["tests/bundles/**/*.test.ts"],
          testTimeout: 60_000,
          maxConcurrency: 2,
        },
      },
      // What is built, served by nginx and Caddy.
      {
        test: {
          name: "hosting",
          include: ["tests/hosting/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "examples",
          include: ["tests/examples/**/*.test.ts"],
          // A limit for what never ends, however busy the machine is.
          testTimeout: 180_000,
          maxConcurrency: 8,
        },
      },
    ],
  },
});
