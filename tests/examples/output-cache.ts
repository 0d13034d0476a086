import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../../src/build/digest-of.ts";
import { findKept, keep } from "../../src/build/kept.ts";
import { libraryDigest } from "../../src/build/library-digest.ts";
import type { Program } from "./programs.ts";
import type { Time } from "./run-program.ts";

const house = join(import.meta.dirname, "../..");

/**
 * What programs printed, kept beside what builds keep: who depends on the same as before need not run again. It depends on
 * the files of its example, on what runs it, and on the built library. `rm -r .astro/kept/outputs` has all run again.
 */
export class OutputCache {
  /** How programs are run, and the library that those in TypeScript import. */
  readonly #surroundings: { readonly python: string; readonly typescript: string };
  readonly #kind: string;

  /** @param kind Of result, the name of their folder. */
  constructor(kind = "outputs") {
    this.#kind = kind;
    const runners = digestRunners();
    this.#surroundings = { python: runners, typescript: digestOf(runners, libraryDigest()) };
  }

  /** What `program` printed when it depended on the same; else what `run` gives, which is kept. */
  async printed(program: Program, time: Time, run: () => Promise<string>): Promise<string> {
    const { example, file, command, commandVersion } = program;
    const surroundings = this.#surroundings[file.endsWith(".py") ? "python" : "typescript"];
    const runBy = [surroundings, command, commandVersion, time];
    const digest = digestOf(...runBy, example.path, file, JSON.stringify(example.files));
    const kept = findKept(this.#kind, digest);
    if (kept !== undefined) {
      return kept.toString();
    }
    const printed = await run();
    keep(this.#kind, digest, printed);
    return printed;
  }
}

function digestRunners(): string {
  const files = globSync(
    ["tests/examples/{copy-examples,run-program,virtual-time}.ts", "tests/examples/*.py"],
    {
      cwd: house,
    },
  ).sort();
  return digestOf(...files.flatMap((file) => [file, readFileSync(join(house, file))]));
}
