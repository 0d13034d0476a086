#!/usr/bin/env node
/** `npx asyncio-ts`: what the package does at the command line. */
import { parseInspectWords, UsageError, usage } from "./options.ts";
import { supervise } from "./supervisor/supervise.ts";

process.exit(await run(process.argv.slice(2)));

/** Answers with the exit code. */
async function run([command, ...words]: readonly string[]): Promise<number> {
  if (command === "--help" || words[0] === "--help") {
    console.log(usage);
    return 0;
  }
  try {
    if (command !== "inspect") {
      throw new UsageError(
        command === undefined ? "asyncio-ts takes a command." : `${command} is no command.`,
      );
    }
    const { program, ...options } = parseInspectWords(words);
    const preload = new URL("index.js", import.meta.url).href;
    return await supervise([...process.execArgv, "--import", preload], program, options);
  } catch (error) {
    if (!(error instanceof UsageError)) {
      throw error;
    }
    console.error(`${error.message}\n\n${usage}`);
    return 2;
  }
}
