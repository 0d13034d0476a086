import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "@playwright/test";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const probe = fileURLToPath(new URL("probe.ts", import.meta.url));
const executablePath = findChromium();

/** The contexts in which a page may run the library: its own window, and a worker whose origin is opaque. */
const contexts = [
  { name: "a page", sandboxed: false, inWorker: false },
  { name: "a frame with an opaque origin", sandboxed: true, inWorker: false },
  { name: "a worker with an opaque origin", sandboxed: true, inWorker: true },
];

function findChromium(): string | undefined {
  const question =
    "command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome";
  const found =
    process.env.CHROME_PATH ?? spawnSync("/bin/sh", ["-c", question], { encoding: "utf8" }).stdout?.trim();
  return found || undefined;
}

async function bundle(): Promise<string> {
  const options = { bundle: true, write: false, format: "iife", target: "es2022", minify: true } as const;
  const { outputFiles } = await build({
    ...options,
    conditions: ["asyncio-ts-source"],
    entryPoints: [probe],
  });
  return outputFiles[0]?.text ?? "";
}

/** As strict as the library can bear: no text becomes code, but scripts that the page has made. */
const policy = "default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:";

/** A document that runs the code in its window or in a worker, and passes on what it reports. */
function documentOf(code: string, inWorker: boolean): string {
  const script = inWorker
    ? `const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(code)}])));
       worker.onmessage = ({ data }) => parent.postMessage(data, "*");`
    : `globalThis.report = (answer) => parent.postMessage(answer, "*");\n${code}`;
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return `${meta}<script>${script.replaceAll("</script", "<\\/script")}</script>`;
}

describe.skipIf(executablePath === undefined)("a browser (skipped where there is no Chromium)", () => {
  let browser: Browser;
  let code = "";
  beforeAll(async () => {
    code = await bundle();
    browser = await chromium.launch({ executablePath: executablePath as string, args: ["--no-sandbox"] });
  }, 60_000);
  afterAll(() => browser.close());

  test("is given nothing of Node", () => {
    expect(code).not.toContain("node:");
  });

  test.each(contexts)("runs threads, pools and streams in $name", async (context) => {
    const page = await browser.newPage();
    const answers = await page.evaluate(
      ({ source, sandboxed }) =>
        new Promise((resolve) => {
          addEventListener("message", ({ data }) => resolve(data), { once: true });
          const frame = document.createElement("iframe");
          if (sandboxed) {
            frame.setAttribute("sandbox", "allow-scripts");
          }
          frame.srcdoc = source;
          document.body.append(frame);
        }),
      { source: documentOf(code, context.inWorker), sandboxed: context.sandboxed },
    );
    await page.close();
    expect(answers).toEqual({
      toThread: 49,
      initialized: 100,
      mapped: [1, 4, 9],
      transferred: 1000,
      left: 0,
      closure: expect.stringMatching(/^ReferenceError: .*does not exist in the worker/),
      named: expect.stringContaining("uses 'name', which does not exist in the worker"),
      uncloneable: expect.stringMatching(/^TypeError: .*result is a function/),
      died: 2,
      replaced: 2,
      terminated: true,
      streamed: "hello",
    });
  });
});
