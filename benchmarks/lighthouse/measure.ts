/**
 * Lighthouse over every page of the built site, on a phone and on a desktop. Fails when a page has less than 100 in any
 * category. `npm run build` first; `--pages coroutines/,zh-cn/` measures some; CHROME_PATH names the browser.
 */
import { readdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { serve } from "./serve.ts";

const site = join(import.meta.dirname, "../../dist");
const { values } = parseArgs({ options: { pages: { type: "string" } } });
const pages = values.pages?.split(",") ?? builtPages();
const devices = { phone: undefined, desktop: desktopConfig };
const categories = ["performance", "accessibility", "best-practices", "seo"];

const server = await serve(site);
const { port } = server.address() as AddressInfo;
const chromeFlags = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const chrome = await launch({ chromeFlags });
console.log(
  `${"page".padEnd(36)}${"device".padEnd(9)}${categories.map((name) => name.padEnd(16)).join("")}less than perfect`,
);
let failures = 0;
for (const page of pages) {
  for (const [device, config] of Object.entries(devices)) {
    failures += await measure(page, device, config);
  }
}
chrome.kill();
server.close();
console.log(
  failures === 0 ? "All pages have 100 in every category." : `${failures} measurements have less than 100.`,
);
process.exitCode = failures === 0 ? 0 : 1;

async function measure(
  page: string,
  device: string,
  config: typeof desktopConfig | undefined,
): Promise<number> {
  const address = `http://localhost:${port}/${page}`;
  const result = await lighthouse(address, { port: chrome.port, logLevel: "error" }, config);
  if (result === undefined) {
    throw new Error(`Lighthouse gave no result for ${address}.`);
  }
  const { categories: scores, audits } = result.lhr;
  const points = categories.map((name) => Math.round((scores[name]?.score ?? 0) * 100));
  const weighty = new Set(
    categories.flatMap(
      (name) => scores[name]?.auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id) ?? [],
    ),
  );
  const lacking = Object.values(audits).filter(
    ({ id, score }) => weighty.has(id) && score !== null && score < 0.9,
  );
  const why = lacking.map(({ id, displayValue }) => (displayValue ? `${id} ${displayValue}` : id)).join(", ");
  console.log(
    `${`/${page}`.padEnd(36)}${device.padEnd(9)}${points.map((point) => String(point).padEnd(16)).join("")}${why}`,
  );
  return points.every((point) => point === 100) ? 0 : 1;
}

/** The pages that readers visit: not the sandbox's, not the listings, and not embedded panes. */
function builtPages(): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)index\.html$/.test(file) && !/^(sandbox|(zh-cn\/)?(code|embed))\//.test(file))
    .map((file) => file.replace(/index\.html$/, ""));
}
