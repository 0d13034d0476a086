import { spawn } from "node:child_process";
import { platform } from "node:os";
import { say } from "./say.ts";

const openers: Partial<Record<NodeJS.Platform, readonly [command: string, ...words: string[]]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/** Opens an address in whatever browser the machine prefers. */
export function openInBrowser(address: string): void {
  const [command, ...words] = openers[platform()] ?? ["xdg-open"];
  const opener = spawn(command, [...words, address], { stdio: "ignore", detached: true });
  opener.on("error", () => say(`no browser was found (${command}): open the address yourself.`));
  opener.unref();
}
