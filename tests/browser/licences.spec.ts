import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./pane.ts";

const site = join(import.meta.dirname, "../../dist");

test("the licences of what readers download are listed, each with its text", async ({ page }) => {
  const whole = readFileSync(join(site, "licences.txt"), "utf8");
  for (const address of ["licences/", "zh-cn/licences/"]) {
    await page.goto(address);
    const rows = await page.locator("tbody tr").allTextContents();
    const names = await page.locator("tbody td:first-child").allTextContents();
    expect(rows.length).toBeGreaterThan(20);
    // Of the page, the editor, the sandbox, the worker with types, the search, the font, the service worker, the archive.
    for (const name of [
      "@astrojs/starlight",
      "@codesandbox/sandpack-react",
      "react-dom",
      "sucrase",
      "es-module-lexer",
      "typescript",
      "pagefind",
      "@fontsource-variable/instrument-sans",
      "@expressive-code/plugin-frames",
      "workbox-precaching",
      "sirv",
      "pyodide",
      "CPython",
    ]) {
      expect(names).toContain(name);
      expect(whole).toMatch(new RegExp(`^${name} \\d`, "m"));
    }
    // What only builds and tests the site is not sent to anybody.
    for (const name of ["vite", "vitest", "typedoc", "satori"]) {
      expect(names).not.toContain(name);
    }
    const link = page.getByRole("link", { name: "licences.txt" });
    const target = await link.evaluate((element) => (element as HTMLAnchorElement).href);
    expect(await (await fetch(target)).text()).toBe(whole);
  }
  for (const section of whole.split(/^={78}$/m)) {
    expect(section).toMatch(
      /Permission is hereby granted|Apache License|SIL OPEN FONT LICENSE|Permission to use|Mozilla Public License|PSF LICENSE AGREEMENT/i,
    );
  }
});
