import type { BrowserType } from "@playwright/test";
import { callOf, type Engine } from "./engine.ts";

/**
 * An engine as Playwright builds it.
 *
 * @param executablePath Another build that Playwright can drive.
 */
export async function startPlaywrightsOwn(type: BrowserType, executablePath?: string): Promise<Engine> {
  const browser = await type.launch({ timeout: 0, ...(executablePath && { executablePath }) });
  const page = await browser.newPage({ viewport: { width: 1280, height: 1024 } });
  page.setDefaultTimeout(0);
  page.on("dialog", (dialog) => void dialog.accept());
  return {
    open: async (address) => void (await page.goto(address)),
    evaluate: (code, ...given) => page.evaluate(callOf(code, given)),
    click: (selector) => page.click(selector),
    async replaceBy(text) {
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(text);
    },
    close: () => browser.close(),
  };
}
