import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readExample } from "../../src/examples/read-example.ts";
import { addressInReference, symbolsOfReference } from "../../src/reference/anchors.ts";
import { importedNames } from "../../src/reference/used-symbols.ts";
import { expect, test } from "./pane.ts";
import { builtPages } from "./shown-examples.ts";

const site = join(import.meta.dirname, "../../dist");
const htmlOf = (page: string): string => readFileSync(join(site, page, "index.html"), "utf8");

test("each page links to the reference of whatever its examples import", () => {
  // The front pages lead to the reference as a whole.
  const missing = builtPages().flatMap((page) => {
    const html = htmlOf(page);
    if (/^(zh-cn\/)?$/.test(page)) {
      return html.includes('href="./api/"') ? [] : [`/${page}: the reference`];
    }
    const language = page.startsWith("zh-cn/") ? "zh-cn" : "en";
    const shown = [...html.matchAll(/data-example="([^"]+)"/g)].map(([, path = ""]) => readExample(path));
    const names = shown.flatMap(({ files }) =>
      files.filter(({ name }) => name.endsWith(".ts")).flatMap(({ code }) => importedNames(code)),
    );
    return [...new Set(names)]
      .filter((name) => !html.includes(`href="/${addressInReference(name, language)}"`))
      .map((name) => `/${page}: ${name}`);
  });
  expect(missing).toEqual([]);
});

test("the cheat sheet links to the reference of what its cells name", () => {
  const html = htmlOf("cheat-sheet/");
  for (const name of ["gather", "BoundedSemaphore", "openConnection", "createSubprocessExec", "Pool"]) {
    expect(html).toContain(`href="/${addressInReference(name, "en")}"`);
  }
});

test("every name that the library exports has an entry at its address, in both languages", () => {
  expect(symbolsOfReference.length).toBeGreaterThan(100);
  for (const language of ["en", "zh-cn"] as const) {
    for (const name of symbolsOfReference) {
      const [page = "", anchor = ""] = (addressInReference(name, language) ?? "").split("#");
      expect(htmlOf(page), name).toMatch(
        new RegExp(`<h2 [^>]*id="${anchor}"[^>]*><a [^>]*>${name}</a></h2>`),
      );
    }
  }
});

test("what stands in strings and comments of code is no link", () => {
  const code = builtPages()
    .filter((page) => page.startsWith("api/"))
    .flatMap((page) => htmlOf(page).match(/<pre translate="no"[^>]*>[\s\S]*?<\/pre>/g) ?? []);
  expect(code.join()).toMatch(/<u><a [^>]*>run<\/a><\/u>/);
  expect(code.filter((block) => /<(i|small)>[^<]*<a /.test(block))).toEqual([]);
});

test("an entry has its signature, errors, original and example", async ({ page }) => {
  await page.goto("api/waiting/");
  const text = (await page.getByRole("main").textContent()) ?? "";
  const entry = text.slice(text.indexOf("function waitFor"), text.indexOf("function asCompleted"));
  expect(entry).toContain(
    "function waitFor<T>(\n  awaitable: Awaitable<T>,\n  delay: number | null | undefined,\n): Coroutine<T>",
  );
  for (const part of ["Throws", "TimeoutError", "In Python", "asyncio.wait_for()", "Example"]) {
    expect(entry).toContain(part);
  }
  await expect(page.getByRole("link", { name: "asyncio.wait_for()" })).toHaveAttribute(
    "href",
    "https://docs.python.org/3.13/library/asyncio-task.html#asyncio.wait_for",
  );
  await page.locator("pre", { hasText: "function waitFor" }).getByRole("link", { name: "Awaitable" }).click();
  await expect(page).toHaveURL(/api\/running\/#awaitable$/);
  await expect(page.getByRole("heading", { level: 2, name: "Awaitable" })).toBeInViewport();
});

test("the Chinese reference is Chinese, and leads to Python's Chinese documentation", async ({ page }) => {
  await page.goto("zh-cn/api/waiting/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("API：等待");
  const text = (await page.getByRole("main").textContent()) ?? "";
  const entry = text.slice(text.indexOf("function waitFor"), text.indexOf("function asCompleted"));
  for (const part of ["限时等待", "参数", "抛出", "没有按时完成", "对应的 Python"]) {
    expect(entry).toContain(part);
  }
  await expect(page.locator(".reference")).not.toHaveAttribute("lang");
  await expect(page.locator(".reference pre").first()).toHaveAttribute("lang", "en");
  await expect(page.getByRole("link", { name: "asyncio.wait_for()" })).toHaveAttribute(
    "href",
    "https://docs.python.org/zh-cn/3.13/library/asyncio-task.html#asyncio.wait_for",
  );
});
