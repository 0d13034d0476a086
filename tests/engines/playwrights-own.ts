import type { BrowserType } from "@playwright/test";
import { callOf, type Engine } from "./engine.ts";

/** An engine as Playwright builds it. */
export async function startPlaywrightsOwn(type: BrowserType): Promise<Engine> {
  const browser = await type.launch({ timeout: 0 });
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
