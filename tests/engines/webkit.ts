import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { Builder, By, error, Key, type WebDriver } from "selenium-webdriver";
import { freePort } from "../machine/free-port.ts";
import type { Engine } from "./engine.ts";

/** WebKitGTK's own small browser, by WebDriver, on a display that nobody sees. */
export async function startWebkit(driverPath: string, displayServerPath: string): Promise<Engine> {
  const [display, displayServer] = await startDisplay(displayServerPath);
  const [address, driver] = await startDriver(driverPath, display);
  let browser = await startBrowser(address);
  return {
    async open(page) {
      try {
        await browser.get(page);
      } catch (thrown) {
        if (!isGone(thrown)) {
          throw thrown;
        }
        await browser.quit().catch(() => {});
        browser = await startBrowser(address);
        await browser.get(page);
      }
    },
    evaluate: (code, ...given) =>
      whileThere(browser.executeScript(`return (${code})(...arguments)`, ...given)),
    click: (selector) => whileThere(browser.findElement(By.css(selector)).click()),
    replaceBy: (text) => {
      const actions = browser.actions().keyDown(Key.CONTROL).sendKeys("a").keyUp(Key.CONTROL);
      return whileThere(actions.sendKeys(text).perform());
    },
    async close() {
      await browser.quit();
      await end(driver);
      await end(displayServer);
    },
  };
}

/**
 * Now and then WebKitGTK's process of a page is gone, and the browser with it. It is said in words by which the tests'
 * configuration knows that the test is to be tried once more; opening a page starts another browser.
 */
async function whileThere<Answer>(action: PromiseLike<Answer>): Promise<Answer> {
  try {
    return await action;
  } catch (thrown) {
    throw isGone(thrown) ? new Error("The browser is gone.", { cause: thrown }) : thrown;
  }
}

/**
 * The driver says so from the next call on; the call that sees it happen gets an error without a word. So does a click on
 * what another element covers, which is a fault of the page.
 */
function isGone(thrown: unknown): boolean {
  return (
    thrown instanceof error.NoSuchSessionError ||
    (thrown instanceof error.WebDriverError &&
      !(thrown instanceof error.ElementClickInterceptedError) &&
      thrown.message === "")
  );
}

/** A limit for what never comes, in milliseconds. */
const patience = 240_000;

async function startBrowser(address: string): Promise<WebDriver> {
  const browser = await new Builder()
    .usingServer(address)
    .withCapabilities({ browserName: "MiniBrowser", unhandledPromptBehavior: "accept" })
    .build();
  await browser.manage().setTimeouts({ pageLoad: patience, script: patience });
  return browser;
}

/** Xvfb takes the first number that is free, and says which on the channel it is told. */
async function startDisplay(path: string): Promise<[display: string, server: ChildProcess]> {
  const words = ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"];
  const server = spawn(path, words, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(server.stdio[3] as Readable, "data");
  return [`:${String(number).trim()}`, server];
}

async function startDriver(path: string, display: string): Promise<[address: string, driver: ChildProcess]> {
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display, GDK_BACKEND: "x11" };
  const driver = spawn(path, [`--port=${port}`], { stdio: "ignore", env });
  const address = `http://127.0.0.1:${port}`;
  while (!(await answers(`${address}/status`))) {
    if (driver.exitCode !== null) {
      throw new Error(`${path} ended with ${driver.exitCode} before it answered.`);
    }
  }
  return [address, driver];
}

function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function end(process: ChildProcess): Promise<void> {
  const ended = once(process, "exit");
  process.kill();
  await ended;
}
