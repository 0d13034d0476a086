/** Makes sure that there is a browser to test in, and on Debian that it is the one in which tests are fastest. */
import { findProgram } from "../machine/find-program.ts";
import { installDebianPackages, installPlaywrightBrowsers, isRootOnDebian } from "../machine/install.ts";
import { findBrowser, headlessShell } from "./find-browser.ts";

const isNamed = process.env.CHROME_PATH !== undefined;
if (isRootOnDebian && !isNamed && findProgram([headlessShell]) === undefined) {
  installHeadlessShell();
} else if (findBrowser() === undefined) {
  installPlaywrightBrowsers(["chromium"]);
}
const browser = findBrowser();
if (browser === undefined) {
  throw new Error("No Chrome or Chromium was found or could be installed. Install one, or set CHROME_PATH.");
}
console.log(`Browser tests use ${browser}`);

/** A machine without a network keeps the Chromium that it has. */
function installHeadlessShell(): void {
  try {
    installDebianPackages([headlessShell, "fonts-noto-cjk"]);
  } catch (error) {
    if (findBrowser() === undefined) {
      throw error;
    }
    console.log(`${error}`);
  }
}
