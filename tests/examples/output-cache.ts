import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Program } from "./programs.ts";
import type { Time } from "./run-program.ts";

const house = join(import.meta.dirname, "../..");

/**
 * What programs printed, kept where git does not look: who depends on the same as before need not run again. It depends
 * on the files of its example, on what runs it, and on the built library. `rm -r node_modules/.cache` has all run again.
 */
export class OutputCache {
  /** How programs are run, and the library that those in TypeScript import. */
  readonly #surroundings: { readonly python: string; readonly typescript: string };
  readonly #folder: string;

  constructor(folder = join(house, "node_modules/.cache/examples")) {
    this.#folder = folder;
    const runners = contentsOf("tests/examples/{run-program,virtual-time}.ts", "tests/examples/*.py");
    this.#surroundings = {
      python: hashOf([runners]),
      typescript: hashOf([runners, contentsOf("src/async-primitives/dist/**/*.js")]),
    };
  }

  /** What `program` printed when it depended on the same; else what `run` gives, which is kept. */
  async printed(program: Program, time: Time, run: () => Promise<string>): Promise<string> {
    const { example, file, command, commandVersion } = program;
    const surroundings = this.#surroundings[file.endsWith(".py") ? "python" : "typescript"];
    const key = hashOf([surroundings, commandVersion, time, file, JSON.stringify(example.files)]);
    const name = [example.path.replace("/", "-"), file, basename(command)].join("-");
    const entry = join(this.#folder, `${name}.json`);
    const kept = existsSync(entry) ? JSON.parse(readFileSync(entry, "utf8")) : undefined;
    if (kept?.key === key) {
      return kept.printed;
    }
    const printed = await run();
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(entry, JSON.stringify({ key, printed }));
    return printed;
  }
}

function contentsOf(...patterns: readonly string[]): string {
  const files = globSync(patterns, { cwd: house }).sort();
  return hashOf(files.flatMap((file) => [file, readFileSync(join(house, file), "utf8")]));
}

function hashOf(texts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex");
}
