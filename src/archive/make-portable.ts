import { posix } from "node:path";
import { type Attributes, rewriteHtml } from "../integrations/delivery/rewrite-html.ts";
import { fileProtocolNotice, markFileProtocol, noticeStyle } from "./file-protocol-notice.ts";

export interface Site {
  /** The path that the pages' addresses begin with: `/` or `/docs/`. */
  readonly base: string;
  /** Every file of the site, by its path below that. */
  readonly files: ReadonlySet<string>;
  /** Marked on each page, for the panes on it. */
  readonly withoutPython: boolean;
}

/**
 * Makes a page work at any address: what it names within the site is named by the way from this page. A link to a
 * folder names its index.html, for on a disk nobody else does.
 */
export function makePortable(html: string, page: string, site: Site): string {
  const folder = posix.dirname(page);
  const isSandbox = /^(embed\/)?sandbox\/(python\/)?index\.html$/.test(page);
  const wayTo = (address: string): string | undefined => findWay(address, folder, site);
  let language = "en";

  const portable = rewriteHtml(html, {
    startTag({ tagName, attrs }) {
      if (tagName === "html") {
        language = attrs.find(({ name }) => name === "lang")?.value ?? language;
      }
      if (!isSandbox && isPolicy(tagName, attrs)) {
        // A new one is made for the page as it will be.
        return { remove: true };
      }
      let changed = tagName === "html" && site.withoutPython;
      if (changed) {
        attrs.push({ name: "data-without-python", value: "" });
      }
      for (const attribute of attrs) {
        const value = attribute.name === "style" ? undefined : wayTo(fromTop(attribute, folder, site.base));
        if (value !== undefined) {
          attribute.value = attribute.name === "href" ? withIndex(value) : value;
          changed = true;
        }
      }
      const after = isSandbox ? undefined : addition(tagName, attrs, language);
      return { changed, ...(after === undefined ? {} : { after }) };
    },
    rawText: (text, tagName) => (tagName === "style" ? portableStyle(text, wayTo) : text),
  });
  return portable.replace(refresh, (whole, before: string, address: string) => {
    const way = wayTo(address);
    return way === undefined ? whole : before + withIndex(way);
  });
}

/** A link in a text may be written from its page: `../tasks/`. All else begins with the base, or is no address of the site. */
function fromTop({ name, value }: Attributes[number], folder: string, base: string): string {
  return name === "href" && /^\.\.?\//.test(value) ? posix.join(base, folder, value) : value;
}

/** Where a page leads on by itself. It says so for readers without scripts, and to a parser that is text. */
const refresh = /(<meta http-equiv="refresh" content="0; url=)([^"]+)/;

/** What styles name within the site. */
export function portableStyle(css: string, wayTo: (address: string) => string | undefined): string {
  return css.replaceAll(/url\((["']?)([^"')]+)\1\)/g, (whole, quote: string, address: string) => {
    const way = wayTo(address);
    return way === undefined ? whole : `url(${quote}${way}${quote})`;
  });
}

/** The way from a folder to an address of the site; undefined for all other texts. */
export function findWay(address: string, folder: string, { base, files }: Site): string | undefined {
  if (!address.startsWith(base) || address.startsWith("//") || /\s/.test(address)) {
    return undefined;
  }
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(address.slice(base.length)) ?? [];
  const file = decodeURI(path);
  const isFolder = file === "" || file.endsWith("/");
  if (!files.has(isFolder ? `${file}index.html` : file) && !isFolderOfFiles(file, files)) {
    return undefined;
  }
  const way = posix.relative(folder, path) || ".";
  return `${way}${isFolder ? "/" : ""}${rest}`;
}

/** A folder without a page of its own may be the beginning of addresses that a script makes. */
function isFolderOfFiles(path: string, files: ReadonlySet<string>): boolean {
  return path.endsWith("/") && [...files].some((file) => file.startsWith(path));
}

function withIndex(way: string): string {
  return way.replace(/\/(?=$|[?#])/, "/index.html");
}

function isPolicy(tagName: string, attrs: Attributes): boolean {
  return (
    tagName === "meta" &&
    attrs.some(({ name, value }) => name === "http-equiv" && /^content-security-policy$/i.test(value))
  );
}

/** What a page from the disk says of itself, and where. */
function addition(tagName: string, attrs: Attributes, language: string): string | undefined {
  if (tagName === "meta" && attrs.some(({ name }) => name === "charset")) {
    return `<script>${markFileProtocol}</script><style>${noticeStyle}</style>`;
  }
  if (tagName === "main") {
    return `<aside class="file-protocol-notice">${fileProtocolNotice(language).page}</aside>`;
  }
  return tagName === "live-pane"
    ? `<p class="file-protocol-notice">${fileProtocolNotice(language).pane}</p>`
    : undefined;
}
