/**
 * `npm run test:load`: runs all versions of all examples on a machine that has other things to do, and names those that
 * print something else than when they have it for themselves. `npm run test:load -- coroutines/say-after` runs one
 * example, `threads` a section, and `--rounds 5` each program five times.
 */
import { parseArgs } from "node:util";
import { sideBySide } from "../../src/build/side-by-side.ts";
import { BusyLoops } from "./busy-loops.ts";
import { findPython } from "./find-python.ts";
import { listPrograms, type Program, run } from "./programs.ts";

/** So many programs run at a time: most are asleep most of the time. */
const atATime = 4;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "1" } },
});
const programs = listPrograms(findPython()).filter(({ example: { path } }) => isAsked(path));
if (programs.length === 0) {
  throw new Error(`Expected paths of examples or sections, found ${positionals.join(" ")}.`);
}

const beginnings = new Map<Program, string>();
await sideBySide(
  programs.filter(({ role }) => role === "beginning"),
  async (program) => beginnings.set(program, await run(program, "host")),
  atATime,
);

let different = 0;
{
  using loops = new BusyLoops();
  console.log(`${programs.length} programs beside ${loops.count} busy loops, ${values.rounds} times each`);
  const rounds = Array.from({ length: Number(values.rounds) }, () => programs).flat();
  await sideBySide(rounds, compare, atATime);
}
console.log(different === 0 ? "All printed what they should." : `${different} runs printed something else.`);
process.exitCode = different === 0 ? 0 : 1;

function isAsked(path: string): boolean {
  return positionals.length === 0 || positionals.some((asked) => `${path}/`.startsWith(`${asked}/`));
}

async function compare(program: Program): Promise<void> {
  const { example, file } = program;
  const expected = beginnings.get(program) ?? example.output;
  const printed = await run(program, "host").catch((error: Error) => `${error.message}\n`);
  if (printed === expected) {
    return;
  }
  different += 1;
  console.log(`examples/${example.path}/${file}: expected\n${indent(expected)}printed\n${indent(printed)}`);
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "    ");
}
