import { readdirSync, readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../browser/find-browser.ts";
import { findServer, type ServerName } from "./find-server.ts";
import { type RunningServer, startServer } from "./start-server.ts";

const site = join(import.meta.dirname, "../../dist");
const names = ["nginx", "caddy"] as const satisfies readonly ServerName[];
const hashedScript = hashed("js");
const hashedStyle = hashed("css");

function hashed(ending: string): string {
  const compressed = readdirSync(join(site, "_astro")).find((name) => name.endsWith(`.${ending}.br`));
  return `_astro/${compressed?.replace(/\.br$/, "")}`;
}

for (const name of names) {
  const program = findServer(name);
  const title = program === undefined ? `${name} (not installed: skipped)` : name;

  describe.skipIf(program === undefined)(title, () => {
    let server: RunningServer;
    beforeAll(async () => {
      server = await startServer(name, program ?? "");
    });
    afterAll(() => server?.stop());

    const ask = (path: string, encodings = "") => get(server.address + path, encodings);

    test.each(["", "coroutines/", "zh-cn/coroutines/", hashedScript, hashedStyle, "service-worker.js"])(
      "sends /%s as Brotli or gzip, as the build wrote it, or plain",
      async (path) => {
        const file = join(site, path === "" || path.endsWith("/") ? `${path}index.html` : path);
        for (const [encodings, encoding, ending] of [
          ["gzip, deflate, br", "br", ".br"],
          ["gzip", "gzip", ".gz"],
          ["", undefined, ""],
        ] as const) {
          const { status, headers, body } = await ask(path, encodings);
          expect(status).toBe(200);
          expect(headers["content-encoding"]).toBe(encoding);
          expect(body.equals(readFileSync(file + ending))).toBe(true);
          expect(headers.vary).toMatch(/accept-encoding/i);
        }
      },
    );

    test("lets hashed files be kept for ever, and has all others asked for again", async () => {
      for (const path of [hashedScript, hashedStyle]) {
        expect((await ask(path)).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
      }
      for (const path of [
        "",
        "coroutines/",
        "sandbox/",
        "service-worker.js",
        "pagefind/pagefind.js",
        "asyncio-ts.tgz",
      ]) {
        const { headers } = await ask(path);
        expect(headers["cache-control"], path).toBe("no-cache");
        const again = await get(server.address + path, "", { "if-none-match": String(headers.etag) });
        expect(again.status, path).toBe(304);
      }
    });

    test("answers what does not exist with the page for that, and status 404", async () => {
      for (const path of ["no/such/page/", "no-such-file", "_astro/gone.js", ".policy/policies.txt"]) {
        const { status, headers, body } = await ask(path);
        expect(status, path).toBe(404);
        expect(headers["cache-control"], path).toBe("no-cache");
        expect(body.equals(readFileSync(join(site, "404.html"))), path).toBe(true);
      }
    });

    test("leads to the folder's address", async () => {
      const { status, headers } = await ask("coroutines");
      expect([301, 308]).toContain(status);
      expect(headers.location).toBe("/coroutines/");
    });

    test("sends strict headers with every answer", async () => {
      for (const path of [
        "",
        "sandbox/",
        hashedScript,
        "pagefind/pagefind-worker.js",
        "no/such/page/",
        "favicon.svg",
      ]) {
        const { headers } = await ask(path);
        expect(headers, path).toMatchObject({
          "cross-origin-opener-policy": "same-origin",
          "referrer-policy": "same-origin",
          "x-content-type-options": "nosniff",
          "permissions-policy": expect.stringContaining("camera=()"),
        });
        expect(headers["content-security-policy"], path).toMatch(
          /(^|; )default-src '(self|none)';.*frame-ancestors 'self'$/,
        );
        expect(headers.server ?? "", path).not.toMatch(/\d/);
      }
    });

    test("sends each kind of file the policy that the build wrote for it", async () => {
      const policies = readFileSync(join(site, ".policy/policies.txt"), "utf8");
      for (const [kind, path] of [
        ["page", "coroutines/"],
        ["page", "no/such/page/"],
        ["sandbox", "sandbox/"],
        ["python", "sandbox/python/"],
        ["embed", "embed/coroutines/bare-yield/"],
        ["embed", "zh-cn/embed/coroutines/bare-yield/index.html"],
        ["embed_sandbox", "embed/sandbox/"],
        ["embed_python", "embed/sandbox/python/"],
        ["page", "embed/no/such/"],
        ["search", "pagefind/pagefind-worker.js"],
        ["file", hashedScript],
      ]) {
        const policy = new RegExp(`^${kind}: (.*)$`, "m").exec(policies)?.[1];
        expect(policy, kind).toMatch(/^default-src/);
        expect((await ask(path ?? "")).headers["content-security-policy"], path).toBe(policy);
      }
    });

    test("lets strangers frame what is embedded, and nothing else", async () => {
      const framers = async (path: string) =>
        /frame-ancestors ([^;]*)$/.exec(String((await ask(path)).headers["content-security-policy"]))?.[1];
      for (const path of [
        "embed/coroutines/bare-yield/",
        "zh-cn/embed/coroutines/say-after/",
        "embed/sandbox/",
        "embed/sandbox/python/",
      ]) {
        expect(await framers(path), path).toBe("*");
      }
      for (const path of [
        "",
        "coroutines/",
        "sandbox/",
        "sandbox/python/",
        "code/coroutines/bare-yield/",
        "embed.js",
      ]) {
        expect(await framers(path), path).toBe("'self'");
      }
    });

    test("lets no page run inline scripts but its own, evaluate text, or be framed by strangers", async () => {
      for (const path of ["", "zh-cn/coroutines/", "sandbox/", "no/such/page/"]) {
        const policy = (await ask(path)).headers["content-security-policy"] ?? "";
        const scripts = /script-src ([^;]*)/.exec(String(policy))?.[1] ?? "";
        expect(scripts, path).toMatch(/^'self' .*'sha256-/);
        expect(scripts, path).not.toMatch(/unsafe|\*|https?:/);
      }
      const worker = (await ask("pagefind/pagefind-worker.js")).headers["content-security-policy"];
      expect(worker).toContain("script-src 'self' 'wasm-unsafe-eval';");
      const python = (await ask("sandbox/python/")).headers["content-security-policy"];
      expect(python).toMatch(/script-src 'self' 'sha256-[^ ]+' blob: 'wasm-unsafe-eval';/);
    });

    describe.skipIf(findBrowser() === undefined)("in a browser", () => {
      let browser: Browser;
      beforeAll(async () => {
        const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
        browser = await chromium.launch({ executablePath: findBrowser() ?? "", args });
      });
      afterAll(() => browser?.close());

      test("panes run, types are checked, the search finds, the site is kept, and no policy is violated", async () => {
        const page = await browser.newPage();
        const violations = watchPolicy(page);
        await page.goto(`${server.address}coroutines/`);
        const pane = page.locator('[data-example="coroutines/bare-yield"]');
        await pane.getByRole("button", { name: "Run", exact: true }).click();
        await page.waitForSelector('[data-example="coroutines/bare-yield"][data-state="done"]');
        expect(await pane.getByRole("log").textContent()).toContain("gave way 2 times");
        await pane.locator("summary", { hasText: "More" }).click();
        await pane.getByRole("button", { name: "Check types", exact: true }).click();
        await pane.getByText("Types are checked as you type.").waitFor();
        await page.locator("site-search > button").click();
        await page.locator("dialog input").fill("semaphore");
        await page.locator("dialog li a").first().waitFor();
        await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
        expect(violations).toEqual([]);
      });

      test("a page of another origin shows an example that runs, and is refused a lesson", async () => {
        const context = await browser.newContext();
        const page = await context.newPage();
        const elsewhere = createServer((_, response) => {
          response.setHeader("content-type", "text/html");
          response.end(
            `<script src="${server.address}embed.js" async></script><asyncio-example src="coroutines/bare-yield"></asyncio-example><iframe src="${server.address}coroutines/"></iframe>`,
          );
        });
        await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
        const violations = watchPolicy(page);
        await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
        const embedded = page.locator("asyncio-example iframe").contentFrame();
        await embedded.locator('[data-action="run"]').click();
        await embedded.locator('live-pane[data-state="done"]').waitFor();
        expect(await embedded.getByRole("log").textContent()).toContain("gave way 2 times");
        expect(violations.filter((text) => !text.includes("frame-ancestors 'self'"))).toEqual([]);
        expect(violations.join()).toContain("frame-ancestors 'self'");
        await context.close();
        elsewhere.close();
      });

      test("the policy does what it says: an inline script that is not the page's own is refused", async () => {
        const page = await browser.newPage();
        const violations = watchPolicy(page);
        await page.goto(server.address);
        await page.evaluate(() => {
          const script = document.createElement("script");
          script.textContent = "document.title = 'taken over'";
          document.body.append(script);
        });
        expect(await page.title()).not.toBe("taken over");
        expect(violations.join()).toMatch(/Content Security Policy/);
      });
    });
  });
}

/** What the browser complains of, in the page, its frames and its workers. */
function watchPolicy(page: Page): string[] {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/content security policy|permissions policy|refused to|mime type/i.test(message.text())) {
      violations.push(message.text());
    }
  });
  page.on("pageerror", (error) => violations.push(error.message));
  return violations;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** A request whose answer is not unpacked. */
function get(address: string, encodings: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = encodings === "" ? headers : { ...headers, "accept-encoding": encodings };
    request(address, { headers: asked }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on("error", reject)
      .end();
  });
}
