/** Packs the built site into one zip that works wherever it is unpacked. Called after a build, with the build's settings. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Zippable, zipSync } from "fflate";
import { writePortableSite } from "./portable-site.ts";

const built = process.env.OUT_DIR ?? "dist";
const base = (process.env.BASE_PATH ?? "/").replace(/\/?$/, "/");
const { values, positionals } = parseArgs({
  options: { "without-python": { type: "boolean", default: false } },
  allowPositionals: true,
});
const withoutPython = values["without-python"];
const [archive = withoutPython ? "asyncio-ts-site-without-python.zip" : "asyncio-ts-site.zip"] = positionals;
/** All files bear the same date, so that the same site gives the same archive. */
const date = new Date(1980, 0, 2);

if (!existsSync(join(built, "index.html"))) {
  throw new Error(`${built} holds no built site. Run \`npm run build:offline\`, which builds it first.`);
}

const folder = mkdtempSync(join(tmpdir(), "asyncio-ts-archive-"));
try {
  await writePortableSite(built, base, folder, { withoutPython });
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const contents: Zippable = {};
  for (const name of names.filter((file) => !file.startsWith(".") && statSync(join(folder, file)).isFile())) {
    contents[`asyncio-ts/${name.replaceAll("\\", "/")}`] = [
      readFileSync(join(folder, name)),
      { mtime: date },
    ];
  }
  const zip = zipSync(contents, { level: 9 });
  writeFileSync(archive, zip);
  console.log(`${archive}: ${Object.keys(contents).length} files, ${(zip.length / 1e6).toFixed(1)} MB`);
} finally {
  rmSync(folder, { recursive: true });
}
