import { defineConfig } from "@playwright/test";
import { findBrowser } from "./find-browser.ts";

/** The built site, served at the root of a host and below a path. The second is built with BASE_PATH=/docs/. */
const root = "http://localhost:4331/";
const below = "http://localhost:4332/docs/";
const executablePath = findBrowser();

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/browser",
  forbidOnly: true,
  retries: 0,
  workers: "100%",
  fullyParallel: true,
  reporter: "list",
  // Limits for what never comes, not for what a busy machine is slow to do.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  use: {
    // Every test begins as a first visit; none waits for the whole site to be stored. See offline.spec.ts.
    serviceWorkers: "block",
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // Chromium's sandbox needs a user of its own; the other flags keep it from calling home.
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "root", use: { baseURL: root } },
    { name: "below-a-path", use: { baseURL: below }, testMatch: "examples.spec.ts", grep: /coroutines/ },
  ],
  webServer: { command: "node tests/browser/serve.ts", url: below, cwd: `${import.meta.dirname}/../..` },
});
