/** Makes sure that the servers are there whose configurations are tested. Without root or Debian their tests say that they skip. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findServer } from "./find-server.ts";

const packages = ["nginx", "libnginx-mod-http-brotli-static", "caddy"];

if (findServer("nginx") === undefined || findServer("caddy") === undefined) {
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    call("apt-get", ["update"]);
    call("apt-get", ["install", "--yes", "--no-install-recommends", ...packages]);
  } else {
    console.log(
      `Tests of hosting will skip what is missing. For all of them: apt-get install ${packages.join(" ")}`,
    );
  }
}

function call(command: string, words: readonly string[]): void {
  console.log(`> ${command} ${words.join(" ")}`);
  // With this run level Debian installs the servers without starting them.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  execFileSync(command, words, { stdio: "inherit", env });
}
