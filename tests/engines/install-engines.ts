/** Makes sure that there is a Firefox and a WebKit to test in. Where there is none to be had its tests say that they skip. */
import { installDebianPackages, installPlaywrightBrowsers, isRootOnDebian } from "../machine/install.ts";
import type { EngineName } from "./engine.ts";
import { findEngine } from "./find-engine.ts";

/** What to install for an engine: Debian's packages, or what Playwright calls its own build. */
const sources: readonly (readonly [EngineName, packages: readonly string[], build: string])[] = [
  ["Firefox", ["firefox-esr"], "firefox"],
  ["WebKit", ["webkit2gtk-driver", "xvfb"], "webkit"],
];

const missing = sources.filter(([name]) => findEngine(name) === undefined);
try {
  if (missing.length > 0 && isRootOnDebian) {
    installDebianPackages(missing.flatMap(([, packages]) => packages));
  } else if (missing.length > 0) {
    installPlaywrightBrowsers(missing.map(([, , build]) => build));
  }
} catch (error) {
  console.log(`${error}`);
}
for (const [name] of sources) {
  console.log(
    `${name}: ${findEngine(name) === undefined ? "not to be had here, its tests skip" : "is here"}`,
  );
}
