import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Inspected, startByCommandIn } from "./inspected.ts";
import { LookingPage } from "./looking-page.ts";

/** What opens an address here. */
const opener = process.platform === "darwin" ? "open" : "xdg-open";
let folder: string;
let inspected: Inspected;

// On Windows it is a word of the command prompt, for which no file can stand in.
describe.skipIf(process.platform === "win32")("--open", () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "asyncio-ts-open-"));
  });
  afterEach(async () => {
    inspected.process.kill("SIGTERM");
    await inspected.ended;
    rmSync(folder, { recursive: true });
  });

  /** The programs that it finds are those in the folder. */
  async function start(...words: readonly string[]): Promise<string> {
    inspected = startByCommandIn({ PATH: folder }, "inspect", ...words);
    const [, address = ""] = await inspected.until(/watch the program at (\S+)/);
    return address;
  }

  /** Tells of the address in a file, which is complete once it has its name. */
  function standInForBrowser(): string {
    const told = join(folder, "told");
    const program = `#!${process.execPath}
const { renameSync, writeFileSync } = require("node:fs");
writeFileSync("${told}.part", process.argv.slice(2).join(" "));
renameSync("${told}.part", "${told}");
`;
    writeFileSync(join(folder, opener), program);
    chmodSync(join(folder, opener), 0o755);
    return told;
  }

  test("opens the page of the whole run in a browser, and serves it after the end", async () => {
    const told = standInForBrowser();
    const address = await start("--open", "waits.ts");
    await inspected.until(/has ended with 0\. Its page stays/);
    const page = await LookingPage.open(address);
    await page.until(({ type }) => type === "ended");
    expect(page.events.some(({ kind }) => kind === "task created")).toBe(true);
    await expect.poll(() => existsSync(told), { timeout: 60_000 }).toBe(true);
    expect(readFileSync(told, "utf8")).toBe(address);
  });

  test("says so where there is no browser", async () => {
    const address = await start("--open", "waits.ts");
    await inspected.until(new RegExp(`no browser was found \\(${opener}\\): open the address yourself`));
    expect((await fetch(address)).status).toBe(200);
  });

  test("is what opens it: without the word no browser is looked for", async () => {
    await start("waits.ts");
    expect((await inspected.ended).errors).not.toContain("browser");
  });
});
