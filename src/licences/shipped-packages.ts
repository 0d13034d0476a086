import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { shippedFiles } from "./shipped-files.ts";

/** A package of which some file, or a part of one, is sent to readers. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As SPDX writes it: `MIT`. */
  readonly licence: string;
  readonly author: string | undefined;
  /** The text of its licence, and of its notices if it has any. */
  readonly texts: readonly string[];
}

/** Licences that let anybody use what they get, for any purpose, as the site's own does. */
const permissive = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "OFL-1.1"];

/**
 * Others, by the file that has their text. The MPL asks that whoever gets the files can get their sources, which `npm`
 * has: they are shipped as they are.
 */
const othersTexts: Readonly<Record<string, string>> = { "MPL-2.0": "MPL-2.0.txt", "PSF-2.0": "PSF-2.0.txt" };

/** What the build copies or bundles by itself, where its plugins do not see it. */
const copied = [
  // The search, and TypeScript's declarations for the types while typing.
  "pagefind",
  "typescript",
  // The script and the styles of code blocks.
  "@expressive-code/core",
  "@expressive-code/plugin-frames",
  // The service worker.
  "workbox-core",
  "workbox-precaching",
  "workbox-routing",
  "workbox-strategies",
  // The server in the archive.
  "@polka/url",
  "mrmime",
  "sirv",
  "totalist",
];

/** The packages that end up in the site, by name. Known once the bundles are made, so not while developing. */
export function shippedPackages(): ShippedPackage[] {
  const files = shippedFiles();
  if (files.size === 0) {
    return [];
  }
  const roots = new Set([
    ...[...files].flatMap((file) => packageRoot(file) ?? []),
    ...copied.map((name) => join(process.cwd(), "node_modules", name)),
  ]);
  const packages = [...[...roots].map(describePackage), cpython()]
    .filter(({ name }) => name !== "asyncio-ts")
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  return packages.map((found) =>
    found.texts.length > 0 ? found : { ...found, texts: standardText(found, packages) },
  );
}

/** `/x/node_modules/@scope/name` of `/x/node_modules/@scope/name/dist/file.js?query`. */
function packageRoot(file: string): string | undefined {
  return /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file)?.[1];
}

function describePackage(root: string): ShippedPackage {
  const { name, version, license, author } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const otherText = othersTexts[license];
  if (!permissive.includes(license) && otherText === undefined) {
    throw new Error(
      `Parts of ${name} ${version} end up in the site, under the licence ${JSON.stringify(license)}. Expected one of ${permissive.join(", ")}: keep the package out of what is shipped, or look at its licence and add it to src/licences/shipped-packages.ts.`,
    );
  }
  const texts = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice|thirdpartynotice)/i.test(entry.name))
    .map((entry) => readFileSync(join(root, entry.name), "utf8").trim());
  if (texts.length === 0 && otherText !== undefined) {
    texts.push(`Sources: https://www.npmjs.com/package/${name}/v/${version}\n\n${textOf(otherText)}`);
  }
  return {
    name,
    version,
    licence: license,
    author: typeof author === "string" ? author : author?.name,
    texts,
  };
}

/** Pyodide's package holds it, compiled, and its standard library. */
function cpython(): ShippedPackage {
  return {
    name: "CPython",
    version: "3.14",
    licence: "PSF-2.0",
    author: "the Python Software Foundation",
    texts: [textOf("PSF-2.0.txt")],
  };
}

function textOf(file: string): string {
  return readFileSync(join(process.cwd(), "src/licences", file), "utf8").trim();
}

/** Some packages hold no licence's text, only its name; then it is taken from one under the same licence. */
function standardText(
  { name, licence, author }: ShippedPackage,
  packages: readonly ShippedPackage[],
): string[] {
  const [text = ""] =
    packages.find((other) => other.licence === licence && other.texts.length > 0)?.texts ?? [];
  const holder = `Copyright (c) ${author ?? `the authors of ${name}`}`;
  return [`${holder}\n\n${text.replace(/^.*copyright (\(c\)|©|\d{4}).*$/gim, "").trim()}`];
}
