/**
 * Loaded by Node before a program: `node --import asyncio-ts/inspect app.ts`. The process that is started so becomes the
 * supervisor, which starts the program in a process of its own. There this is loaded again, and reports to the supervisor.
 */
import { isMainThread } from "node:worker_threads";
import { type Beginning, beginningVariable, none } from "./channel.ts";
import { parseInspectEnvironment, UsageError } from "./options.ts";
import { ProgramReporter } from "./program/report-program.ts";
import { sameWords } from "./supervisor/preload-words.ts";
import { supervise } from "./supervisor/supervise.ts";

/** The folder of asyncio-ts, seen from the file that this is bundled into. */
const library = new URL("../../", import.meta.url).href;

if (isMainThread) {
  const beginning = process.env[beginningVariable];
  // What the program starts itself is not watched.
  process.env[beginningVariable] = none;
  if (beginning === undefined) {
    process.exit(await superviseThis());
  } else if (beginning !== none) {
    withoutPreload(process.execArgv);
    await report(JSON.parse(beginning) as Beginning);
  }
}

/** What the program forks is not watched, whatever environment it is given. */
function withoutPreload(words: string[]): void {
  const isPreload = (module: string | undefined) =>
    module === import.meta.url || module === "asyncio-ts/inspect";
  for (let index = words.length - 1; index >= 0; index--) {
    const [option, value] = (words[index] as string).split(/=(.*)/s);
    if (option !== "--import" && option !== "--preload") {
      continue;
    }
    if (isPreload(value ?? words[index + 1])) {
      words.splice(index, value === undefined ? 2 : 1);
    }
  }
}

async function report(beginning: Beginning): Promise<void> {
  if (beginning.promises) {
    // Loaded by those alone that want it: it carries a parser.
    const { reportPromises } = await import("./program/report-promises.ts");
    reportPromises(beginning.watch ?? 0, process.cwd(), library);
  } else {
    new ProgramReporter(beginning, library);
  }
}

async function superviseThis(): Promise<number> {
  try {
    const options = parseInspectEnvironment(process.env);
    return await supervise(sameWords(import.meta.url), process.argv.slice(1), options);
  } catch (error) {
    if (!(error instanceof UsageError)) {
      throw error;
    }
    console.error(error.message);
    return 2;
  }
}
