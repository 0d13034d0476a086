import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { digestOf } from "../../build/digest-of.ts";
import { findKept, keep } from "../../build/kept.ts";

/** The archives of the Python library are stored, and compressed as a whole. */
const compressible = /\.(html|m?js|css|json|svg|txt|xml|pf_index|wasm)$|^python[/\\].*\.zip$/;
/** Below this size a copy saves less than it costs to look for it. */
const smallest = 1_000;
/** 9 would save another 1 % and take twenty times as long. */
const brotliQuality = 7;
const gzipLevel = 9;

/** Writes `x.br` and `x.gz` beside every file that is not small, on all cores, as `zlib` has threads of its own. */
export async function compress(site: string): Promise<{ files: number; saved: number }> {
  const all = readdirSync(site, { recursive: true, encoding: "utf8" });
  for (const stale of all.filter((name) => /\.(br|gz)$/.test(name))) {
    rmSync(join(site, stale));
  }
  let before = 0;
  let after = 0;
  let files = 0;
  await Promise.all(
    all
      .filter((name) => compressible.test(name))
      .map(async (name) => {
        const path = join(site, name);
        const content = readFileSync(path);
        if (content.length < smallest) {
          return;
        }
        const [brotli, zipped] = await Promise.all([
          compressWell(content),
          onceFor(content, "gzip", () => promisify(gzip)(content, { level: gzipLevel })),
        ]);
        writeFileSync(`${path}.br`, brotli);
        writeFileSync(`${path}.gz`, zipped);
        files += 1;
        before += content.length;
        after += brotli.length;
      }),
  );
  return { files, saved: Math.round(100 - (100 * after) / before) };
}

/** What a host sends to a browser that takes Brotli, as all do. */
export function compressWell(content: Buffer): Promise<Buffer> {
  return onceFor(content, "brotli", () =>
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  );
}

/** Under what the compressed content is kept: everything that it depends on. */
export function compressionDigest(content: Buffer): string {
  return digestOf(process.version, `${brotliQuality} ${gzipLevel}`, content);
}

/** What an earlier build made of the same content in the same way, or what `make` makes of it now. */
async function onceFor(
  content: Buffer,
  way: "brotli" | "gzip",
  make: () => Promise<Buffer>,
): Promise<Buffer> {
  const digest = compressionDigest(content);
  const kept = findKept(way, digest);
  if (kept !== undefined) {
    return kept;
  }
  const made = await make();
  keep(way, digest, made);
  return made;
}
