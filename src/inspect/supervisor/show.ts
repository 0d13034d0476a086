import type { InspectOptions } from "../options.ts";
import { forwardSignals } from "./forward-signals.ts";
import { openInBrowser } from "./open-in-browser.ts";
import { servePage } from "./page-server.ts";
import { RunningPrograms } from "./running-programs.ts";
import { say } from "./say.ts";
import { WatchedProgram } from "./watched-program.ts";

/**
 * Runs a program and serves a page that shows it. When the program has ended this goes on for as long as a page is
 * open, so that it can be looked at, and started anew. Answers with the exit code of the first run.
 */
export async function show(
  words: readonly string[],
  shownWords: readonly string[],
  { pause, open, promises }: InspectOptions,
): Promise<number> {
  let wasAskedToEnd = false;
  let leave = () => {};
  // Before the program starts: whoever asks this to end may do so at any moment.
  forwardSignals({
    kill: (signal) => watched.program.kill(signal),
    onSignal: () => {
      wasAskedToEnd = true;
      // The one that runs at present, which may be a later one.
      void watched.program.ended.then(() => leave());
    },
  });
  const watched = new WatchedProgram(words, shownWords, {
    isWatched: pause || open || promises,
    isPaused: pause,
    promises,
  });
  const address = await servePage(watched);
  new RunningPrograms().announce({
    process: process.pid,
    address,
    words: shownWords,
    folder: process.cwd(),
  });
  say(`watch the program at ${address}`);
  if (open) {
    openInBrowser(address);
  }
  const code = await watched.program.ended;
  if (!wasAskedToEnd && (watched.hasPages || open)) {
    say(`the program has ended with ${code}. Its page stays until it is closed, or until Ctrl-C.`);
    await Promise.race([
      watched.whenLeft(),
      new Promise<void>((resolve) => {
        leave = resolve;
      }),
    ]);
  }
  return code;
}
