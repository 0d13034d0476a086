import puppeteer from "puppeteer-core";
import { callOf, type Engine } from "./engine.ts";

/** Firefox as it is released, by WebDriver BiDi. */
export async function startFirefox(executablePath: string): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    defaultViewport: { width: 1280, height: 1024 },
    timeout: 0,
    protocolTimeout: 0,
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  page.on("dialog", (dialog) => dialog.accept());
  return {
    open: async (address) => void (await page.goto(address)),
    evaluate: (code, ...given) => page.evaluate(callOf(code, given)) as never,
    click: (selector) => page.click(selector),
    async replaceBy(text) {
      await page.keyboard.down("Control");
      await page.keyboard.press("a");
      await page.keyboard.up("Control");
      await page.keyboard.type(text);
    },
    close: () => browser.close(),
  };
}
