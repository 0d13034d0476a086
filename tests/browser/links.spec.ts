import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./pane.ts";
import { builtPages } from "./shown-examples.ts";

const site = join(import.meta.dirname, "../../dist");

test("every link inside the site leads to a page, and every anchor to a place on it", () => {
  const broken = builtPages().flatMap((page) =>
    linksOf(page).flatMap((href) => {
      const target = new URL(href, `http://site/${page}`);
      return target.host === "site" && !leadsSomewhere(target) ? [`/${page}: ${href}`] : [];
    }),
  );
  expect(broken).toEqual([]);
});

function linksOf(page: string): string[] {
  return [...htmlOf(page).matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );
}

function leadsSomewhere({ pathname, hash }: URL): boolean {
  const path = decodeURIComponent(pathname.slice(1));
  const isPage = path === "" || path.endsWith("/");
  if (!existsSync(join(site, isPage ? `${path}index.html` : path))) {
    return false;
  }
  return hash === "" || htmlOf(path).includes(`id="${decodeURIComponent(hash.slice(1))}"`);
}

const read = new Map<string, string>();

function htmlOf(page: string): string {
  const html = read.get(page) ?? readFileSync(join(site, page, "index.html"), "utf8");
  read.set(page, html);
  return html;
}
