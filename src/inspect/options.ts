/** How a program is to be watched. */
export interface InspectOptions {
  /** The file that the trace is written into. Then no page is shown. */
  readonly record: string | undefined;
  /** Whether the program waits before its first callback. */
  readonly pause: boolean;
  /** Whether the page is opened in a browser. */
  readonly open: boolean;
  /** Whether what is watched are calls of async functions, and not the loops of asyncio-ts. */
  readonly promises: boolean;
}

/** Which of the programs that run already is to be shown. */
export interface AttachOptions {
  /** The number of its process; none where there is but one. */
  readonly process: number | undefined;
  /** Whether the page is opened in a browser. */
  readonly open: boolean;
}

/** What is wrong with the words of a command, told to who wrote them. */
export class UsageError extends Error {}

export const inspectUsage = `Usage: asyncio-ts inspect [--pause | --promises] [--open] [--record FILE] PROGRAM [WORDS...]
       asyncio-ts inspect --attach [PROCESS] [--open]

Runs a program, and shows what its event loops do on a page of this machine.

  --pause        waits before the first step
  --open         opens the page in a browser
  --record FILE  writes what happened into a file, and shows no page
  --promises     shows async functions and timers, as far as they are the program's
                 own, and not the loops of asyncio-ts (in Node alone)
  --attach       prints the address of the page of a program that runs already

The same without this command: node --import asyncio-ts/inspect PROGRAM, with
ASYNCIO_TS_INSPECT_PAUSE=1, ASYNCIO_TS_INSPECT_OPEN=1, ASYNCIO_TS_INSPECT_PROMISES=1,
ASYNCIO_TS_INSPECT_RECORD=FILE.`;

/**
 * Reads the words behind `inspect`. All from the program on are the program's own.
 *
 * @throws UsageError when there is no program or an option is unknown.
 */
export function parseInspectWords(words: readonly string[]): InspectOptions & { program: readonly string[] } {
  let options: InspectOptions = { record: undefined, pause: false, open: false, promises: false };
  const left = [...words];
  while (left[0]?.startsWith("-")) {
    const word = left.shift() as string;
    const [, file] = /^--record=(.+)$/s.exec(word) ?? [];
    if (word === "--pause") {
      options = { ...options, pause: true };
    } else if (word === "--open") {
      options = { ...options, open: true };
    } else if (word === "--promises") {
      options = { ...options, promises: true };
    } else if (file !== undefined) {
      options = { ...options, record: file };
    } else if (word === "--record") {
      options = { ...options, record: fileAfter(left.shift()) };
    } else if (word === "--attach") {
      throw new UsageError(
        "--attach is for a program that runs already. It comes first, and goes with --open alone.",
      );
    } else {
      throw new UsageError(`${word} is no option of inspect.`);
    }
  }
  if (left.length === 0) {
    throw new UsageError("inspect takes a program, got none.");
  }
  return { ...check(options), program: left };
}

/**
 * Reads the words behind `inspect` where they ask for a program that runs already.
 *
 * @returns Undefined where they do not: `--attach` comes first.
 * @throws UsageError when they ask for more.
 */
export function parseAttachWords([first, ...words]: readonly string[]): AttachOptions | undefined {
  if (first !== "--attach") {
    return undefined;
  }
  let options: AttachOptions = { process: undefined, open: false };
  for (const word of words) {
    if (word === "--open") {
      options = { ...options, open: true };
    } else if (options.process === undefined && /^[1-9]\d*$/.test(word)) {
      options = { ...options, process: Number(word) };
    } else {
      throw new UsageError(`--attach takes the number of one process, and --open, got ${word}.`);
    }
  }
  return options;
}

/**
 * Reads the environment of `node --import asyncio-ts/inspect`.
 *
 * @throws UsageError when two of its variables contradict each other.
 */
export function parseInspectEnvironment(environment: NodeJS.ProcessEnv): InspectOptions {
  const {
    ASYNCIO_TS_INSPECT_RECORD: record,
    ASYNCIO_TS_INSPECT_PAUSE: pause,
    ASYNCIO_TS_INSPECT_OPEN: open,
    ASYNCIO_TS_INSPECT_PROMISES: promises,
  } = environment;
  const isSet = (value: string | undefined) => value !== undefined && value !== "" && value !== "0";
  return check({
    record: isSet(record) ? record : undefined,
    pause: isSet(pause),
    open: isSet(open),
    promises: isSet(promises),
  });
}

function fileAfter(word: string | undefined): string {
  if (word === undefined || word === "" || word.startsWith("-")) {
    throw new UsageError("--record takes the name of a file.");
  }
  return word;
}

/** A program that is recorded has no page from which it could be told to go on, and promises go on by themselves. */
function check(options: InspectOptions): InspectOptions {
  if (options.record !== undefined && (options.pause || options.open)) {
    throw new UsageError("--record shows no page: it goes with neither --pause nor --open.");
  }
  if (options.promises && options.pause) {
    throw new UsageError("Nobody can pause promises: --promises does not go with --pause.");
  }
  return options;
}
