import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Whether Debian's packages can be installed here without asking anybody. */
export const isRootOnDebian = process.getuid?.() === 0 && existsSync("/etc/debian_version");

export function installDebianPackages(packages: readonly string[]): void {
  call("apt-get", ["update"]);
  call("apt-get", ["install", "--yes", "--no-install-recommends", ...packages]);
}

/** Downloads browsers that Playwright has built. */
export function installPlaywrightBrowsers(names: readonly string[]): void {
  call(process.execPath, ["node_modules/@playwright/test/cli.js", "install", ...names]);
}

function call(command: string, words: readonly string[]): void {
  console.log(`> ${command} ${words.join(" ")}`);
  // With this run level Debian installs servers without starting them.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  execFileSync(command, words, { stdio: "inherit", env });
}
