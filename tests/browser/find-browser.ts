import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
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
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return named ?? [...onPath, ...applications].find(isExecutable) ?? playwrightsOwn();
}

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
