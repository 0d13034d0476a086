#!/usr/bin/env node
/** `npx asyncio-ts`: what the package does at the command line. */
import { inspectUsage, parseAttachWords, parseInspectWords, UsageError } from "../inspect/options.ts";
import { attach } from "../inspect/supervisor/attach.ts";
import { preloadWords } from "../inspect/supervisor/preload-words.ts";
import { supervise } from "../inspect/supervisor/supervise.ts";
import { readCarriedExamples } from "./carried-examples.ts";
import { CommandError } from "./command-error.ts";
import { exampleUsage, parseExampleWords } from "./example-words.ts";
import { listExamples } from "./list-examples.ts";
import { writeExample } from "./write-example.ts";

interface Command {
  readonly usage: string;
  /** Answers with the exit code. */
  run(words: readonly string[]): number | Promise<number>;
}

const commands: Readonly<Record<string, Command>> = {
  inspect: { usage: inspectUsage, run: inspect },
  example: { usage: exampleUsage, run: example },
};

process.exitCode = await run(process.argv.slice(2));

async function run([name = "", ...words]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const usage =
    command?.usage ??
    Object.values(commands)
      .map((one) => one.usage)
      .join("\n\n");
  if (name === "--help" || words[0] === "--help") {
    console.log(usage);
    return 0;
  }
  try {
    if (command === undefined) {
      throw new UsageError(name === "" ? "asyncio-ts takes a command." : `${name} is no command.`);
    }
    return await command.run(words);
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${usage}`);
      return 2;
    }
    if (error instanceof CommandError) {
      console.error(`asyncio-ts: ${error.message}`);
      return 1;
    }
    throw error;
  }
}

async function inspect(words: readonly string[]): Promise<number> {
  const wanted = parseAttachWords(words);
  if (wanted !== undefined) {
    return await attach(wanted);
  }
  const { program, ...options } = parseInspectWords(words);
  const preload = new URL("../inspect/index.js", import.meta.url).href;
  // The page is served for as long as the process lives.
  process.exit(await supervise(preloadWords(preload), program, options));
}

function example(words: readonly string[]): number {
  const request = parseExampleWords(words);
  const examples = readCarriedExamples();
  console.log(
    request.type === "list"
      ? listExamples(request.section, request.language, examples)
      : writeExample(request, examples),
  );
  return 0;
}
