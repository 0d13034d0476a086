/** Makes sure that there is a browser to test in: a Chrome or Chromium that is there, or else a new one. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findBrowser } from "./find-browser.ts";

function install(): void {
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    call("apt-get", ["update"]);
    call("apt-get", ["install", "--yes", "--no-install-recommends", "chromium", "fonts-noto-cjk"]);
  } else {
    call(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  }
}

function call(command: string, argumentsOfCommand: readonly string[]): void {
  console.log(`> ${command} ${argumentsOfCommand.join(" ")}`);
  execFileSync(command, argumentsOfCommand, {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

if (findBrowser() === undefined) {
  install();
}
const browser = findBrowser();
if (browser === undefined) {
  throw new Error("No Chrome or Chromium was found or could be installed. Install one, or set CHROME_PATH.");
}
console.log(`Browser tests use ${browser}`);
