import type { AttachOptions } from "../options.ts";
import { openInBrowser } from "./open-in-browser.ts";
import { type RunningProgram, RunningPrograms } from "./running-programs.ts";
import { say } from "./say.ts";

/** Finds a program that runs already, and prints the address of its page. Answers with an exit code. */
export async function attach({ process, open }: AttachOptions): Promise<number> {
  const running = await new RunningPrograms().list();
  const wanted = process === undefined ? running : running.filter((program) => program.process === process);
  const [first, ...others] = wanted;
  if (first === undefined || others.length > 0) {
    explain(process, running);
    return 1;
  }
  console.log(first.address);
  if (open) {
    openInBrowser(first.address);
  }
  return 0;
}

function explain(process: number | undefined, running: readonly RunningProgram[]): void {
  if (running.length === 0) {
    say(
      "no program runs that could be shown. Start it with node --import asyncio-ts/inspect PROGRAM, or with asyncio-ts inspect PROGRAM.",
    );
    return;
  }
  say(
    process === undefined
      ? "more than one program runs. Say which, by the number of its process:"
      : `process ${process} is no program that could be shown. These are, by the numbers of their processes:`,
  );
  for (const { process, words, folder } of running) {
    say(`  ${process}  ${oneLine(words.join(" "))}  in ${oneLine(folder)}`);
  }
}

/** What a terminal would obey is shown as a question mark. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, "?");
}
