import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { compress } from "../../src/integrations/delivery/compress.ts";

test("what is compressed is what the site has now, byte for byte the same from one build to the next", async () => {
  const site = mkdtempSync(join(tmpdir(), "compress-"));
  const page = join(site, "index.html");
  const read = (ending: string) => readFileSync(page + ending);
  const build = async (text: string) => {
    writeFileSync(page, text);
    writeFileSync(join(site, "small.html"), "small");
    expect(await compress(site)).toMatchObject({ files: 1 });
    expect(brotliDecompressSync(read(".br")).toString()).toBe(text);
    expect(gunzipSync(read(".gz")).toString()).toBe(text);
    return [read(".br"), read(".gz")];
  };
  const text = `<p>${"a page ".repeat(1_000)}${Math.random()}</p>`;
  const first = await build(text);
  await build(`${text}<p>another</p>`);
  expect(await build(text)).toEqual(first);
  rmSync(site, { recursive: true });
});
