import { writeFileSync } from "node:fs";
import { traceLimits } from "../../trace/trace.ts";
import { eventsIn, type Report } from "../channel.ts";
import type { InspectOptions } from "../options.ts";
import { forwardSignals } from "./forward-signals.ts";
import { say } from "./say.ts";
import { startProgram } from "./start-program.ts";

/**
 * Runs a program, and writes what its loops did into a file, however it ends. Answers with its exit code.
 *
 * @param words What Node is given.
 */
export async function record(
  words: readonly string[],
  file: string,
  { promises }: Pick<InspectOptions, "promises">,
): Promise<number> {
  const events: string[] = [];
  let isFull = false;
  const beginning = { watch: 0, isDriven: false, isPaused: false, promises };
  // Before the program starts: whoever asks this to end may do so at any moment.
  const stop = forwardSignals({ kill: (signal) => program.kill(signal) });
  const program = startProgram(words, beginning, (line) => {
    const found = eventsIn(line);
    if (found !== undefined) {
      events.push(found.events);
    } else {
      isFull ||= (JSON.parse(line) as Report).type === "full";
    }
  });
  const code = await program.ended;
  stop();
  if (events.length === 0) {
    say(
      promises
        ? `${file} is not written: none of the program's modules ran that have lanes, which are ES modules below ${process.cwd()}.`
        : `${file} is not written: the program ran no event loop of asyncio-ts.`,
    );
    return code;
  }
  try {
    writeFileSync(file, `[${events.join(",")}]\n`);
  } catch (error) {
    say(`${file} cannot be written: ${(error as Error).message}`);
    return code || 1;
  }
  const most = traceLimits.all.toLocaleString("en");
  say(
    isFull ? `${file} has the first ${most} events; the later ones are not recorded.` : `${file} is written.`,
  );
  return code;
}
