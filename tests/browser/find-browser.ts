import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { findProgram, isExecutable } from "../machine/find-program.ts";

/** Chromium without a window of its own, in which tests take about half the time. Debian has it as a package. */
export const headlessShell = "chromium-headless-shell";
const commands = [
  headlessShell,
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The path of a Chrome or Chromium: the one CHROME_PATH names, the system's, or Playwright's own. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && !isExecutable(named)) {
    throw new Error(`CHROME_PATH names ${named}, which cannot be run. Correct it or unset it.`);
  }
  return named ?? findProgram(commands) ?? applications.find(isExecutable) ?? playwrightsOwn();
}

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}
