import { expect, Pane, test } from "./pane.ts";

const path = "coroutines/say-after";

/** Runs a program that prints `reached` if it gets at what it must not get at. */
async function attempt(page: import("@playwright/test").Page, code: string): Promise<Pane> {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.replaceCode(code);
  await pane.run();
  return pane;
}

test("the program has no storage and no cookies of the site", async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: "secret", value: "of the site", url: baseURL ?? "" }]);
  const pane = await attempt(
    page,
    `const names = ["localStorage", "sessionStorage", "document", "parent", "top", "cookieStore"];
     for (const name of names) console.log(name, Reflect.get(globalThis, name) === undefined ? "absent" : "present");
     for (const open of [() => indexedDB.open("x"), () => caches.open("x")]) {
       try {
         const answer = await new Promise((resolve, reject) => {
           const request: any = open();
           if (request.then) request.then(resolve, reject);
           else { request.onsuccess = resolve; request.onerror = () => reject(request.error); }
         });
         console.log("reached", answer);
       } catch (error) { console.log((error as Error).name); }
     }`,
  );
  const text = (await pane.log.textContent()) ?? "";
  expect(text).not.toContain("present");
  expect(text).not.toContain("reached");
  expect(text).toContain("SecurityError");
});

test("the program runs in an opaque origin and its requests to other hosts are refused by policy", async ({
  page,
}) => {
  const pane = await attempt(
    page,
    `console.log(self.origin);
     for (const url of ["https://example.com/", "http://localhost:1/"]) {
       try { await fetch(url); console.log("reached"); } catch (error) { console.log((error as Error).name); }
     }
     const socket = new WebSocket("wss://example.com");
     console.log(await new Promise((resolve) => {
       socket.onopen = () => resolve("reached");
       socket.onerror = () => resolve("refused");
     }));
     try { importScripts("https://example.com/x.js"); console.log("reached"); } catch (error) { console.log((error as Error).name); }`,
  );
  const text = (await pane.log.textContent()) ?? "";
  expect(text.split("\n")[0]).toBe("null");
  expect(text.trimEnd().split("\n").slice(1)).toEqual(["TypeError", "TypeError", "refused", "NetworkError"]);
});

test("forged and oversized messages change nothing", async ({ page }) => {
  const pane = await attempt(
    page,
    `const entry = (text: unknown, more = {}) => ({ method: "log", parts: [{ kind: "text", text }], depth: 0, time: 0, ...more });
     const printed = (entries: unknown, run = 1) => ({ type: "console", run, entries, dropped: 0 });
     const forged = [
       null, 7, "done", { type: "done" }, { type: "done", run: 999 }, printed("x"), printed(new Array(3)),
       printed([entry(1)]), printed([entry("forged", { method: "shout" })]), printed([entry("forged")], 2),
       printed(Array.from({ length: 5000 }, () => entry("forged"))), printed([entry("forged".repeat(100_000))]),
       { type: "failed", run: 1, error: { name: "forged" } }, { type: "blocked", run: 1, blocked: "forged" },
       { type: "run-state", codesandbox: true, state: "failed", run: 1 },
     ];
     for (const message of forged) postMessage(message);
     postMessage(printed([entry("as the console says it")]));
     await new Promise((resolve) => setTimeout(resolve, 100));
     console.log("still here");`,
  );
  await pane.hasState("done");
  await pane.hasPrinted("as the console says it\nstill here\n");
});

test("a run that is over stays so, whatever it had on its way", async ({ page }) => {
  const pane = await attempt(
    page,
    `postMessage({ type: "done", run: 1 });
     postMessage({ type: "blocked", run: 1, blocked: true });
     postMessage({ type: "paused", run: 1, paused: true });
     await new Promise(() => {});`,
  );
  await new Pane(page, "coroutines/bare-yield").run();
  await pane.hasState("done");
});

test("what is printed is text, never markup", async ({ page }) => {
  const pane = await attempt(page, `console.log("<img src=x onerror=alert(1)><b>bold</b>");`);
  await pane.hasPrinted("<img src=x onerror=alert(1)><b>bold</b>\n");
  await expect(pane.log.locator("img, b")).toHaveCount(0);
});
