import { defineConfig } from "vitest/config";

/**
 * Three projects, each runnable alone: the library by itself, the differential oracle against CPython's
 * recorded traces, and every example on every runtime but the browser (Playwright has that one).
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
      { test: { name: "examples", include: ["tests/examples/**/*.test.ts"], testTimeout: 60_000 } },
    ],
  },
});
