/** Makes sure that there is a browser to test in: a Chrome or Chromium that is there, or else a new one. */
import { installDebianPackages, installPlaywrightBrowsers, isRootOnDebian } from "../machine/install.ts";
import { findBrowser } from "./find-browser.ts";

if (findBrowser() === undefined) {
  if (isRootOnDebian) {
    installDebianPackages(["chromium", "fonts-noto-cjk"]);
  } else {
    installPlaywrightBrowsers(["chromium"]);
  }
}
const browser = findBrowser();
if (browser === undefined) {
  throw new Error("No Chrome or Chromium was found or could be installed. Install one, or set CHROME_PATH.");
}
console.log(`Browser tests use ${browser}`);
