import { existsSync } from "node:fs";
import { type BrowserType, firefox, webkit } from "@playwright/test";
import { findProgram, isExecutable } from "../machine/find-program.ts";
import type { EngineName, StartEngine } from "./engine.ts";
import { startFirefox } from "./firefox.ts";
import { startPlaywrightsOwn } from "./playwrights-own.ts";
import { startWebkit } from "./webkit.ts";

const applications = [
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

/** What starts an engine: the one of the system, or Playwright's own. Undefined if there is none. */
export function findEngine(name: EngineName): StartEngine | undefined {
  return name === "Firefox"
    ? (systemsFirefox() ?? playwrightsOwn(firefox))
    : (systemsWebkit() ?? playwrightsOwn(webkit));
}

function systemsFirefox(): StartEngine | undefined {
  const path = findProgram(["firefox-esr", "firefox"]) ?? applications.find(isExecutable);
  return path === undefined ? undefined : () => startFirefox(path);
}

function systemsWebkit(): StartEngine | undefined {
  const driver = findProgram(["WebKitWebDriver"]);
  const display = findProgram(["Xvfb"]);
  return driver === undefined || display === undefined ? undefined : () => startWebkit(driver, display);
}

function playwrightsOwn(type: BrowserType): StartEngine | undefined {
  return existsSync(type.executablePath()) ? () => startPlaywrightsOwn(type) : undefined;
}
