import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keep } from "../../src/build/kept.ts";
import { compress, compressionDigest } from "../../src/integrations/delivery/compress.ts";

let site: string;
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), "compress-"));
});
afterEach(() => {
  rmSync(site, { recursive: true });
});

const read = (ending: string) => readFileSync(join(site, `index.html${ending}`));
const build = async (text: string) => {
  writeFileSync(join(site, "index.html"), text);
  expect(await compress(site)).toMatchObject({ files: 1 });
};

test("what is compressed is what the site has now, and what is small has no copies", async () => {
  writeFileSync(join(site, "small.html"), "small");
  for (const text of ["a page ".repeat(1_000), "another page ".repeat(1_000)]) {
    await build(text);
    expect(brotliDecompressSync(read(".br")).toString()).toBe(text);
    expect(gunzipSync(read(".gz")).toString()).toBe(text);
  }
});

test("what has not changed is not compressed again", async () => {
  const text = "a page that an earlier build has seen ".repeat(100);
  keep("brotli", compressionDigest(Buffer.from(text)), "kept by an earlier build");
  try {
    await build(text);
    expect(read(".br").toString()).toBe("kept by an earlier build");
  } finally {
    rmSync(join(process.cwd(), ".astro/kept/brotli", compressionDigest(Buffer.from(text))));
  }
});
