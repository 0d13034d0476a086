import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";

/** A program that runs with a page, as its supervisor tells others that run as the same user. */
export interface RunningProgram {
  /** The number of the supervisor's process, which is the one that was started. */
  readonly process: number;
  /** Of its page, with the secret. */
  readonly address: string;
  /** The program, and its words. */
  readonly words: readonly string[];
  /** Where it was started. */
  readonly folder: string;
}

/** How long a page may take to answer before its program counts as gone, in milliseconds. */
const answerTime = 5_000;

/**
 * The running programs of this user, each a file in a folder that nobody else may look into: the address in it is a
 * secret.
 */
export class RunningPrograms {
  readonly #folder: string;

  /** @param parent Where the folder is, which others may write into. */
  constructor(parent: string = runtimeFolder() ?? tmpdir()) {
    this.#folder = join(parent, `asyncio-ts-inspect-${process.getuid?.() ?? "programs"}`);
  }

  /**
   * Tells of a program, until this process ends. Where there is no folder of one's own nothing is told: the program runs
   * all the same.
   */
  announce(program: RunningProgram): void {
    const file = join(this.#folder, `${program.process}.json`);
    try {
      if (this.#state() === undefined) {
        mkdirSync(this.#folder, { mode: 0o700 });
      }
      if (!this.#isOwn()) {
        return;
      }
      // Whole, or not there.
      writeFileSync(`${file}.part`, JSON.stringify(program), { mode: 0o600 });
      renameSync(`${file}.part`, file);
    } catch {
      return;
    }
    process.on("exit", () => rmSync(file, { force: true }));
  }

  /** Those whose page answers, by the numbers of their processes. */
  async list(): Promise<RunningProgram[]> {
    const found = this.#files().flatMap((file) => {
      const program = read(file);
      if (program === undefined || !isAlive(program.process)) {
        // Left behind by a process that was killed.
        rmSync(file, { force: true });
        return [];
      }
      return [program];
    });
    const areThere = await Promise.all(found.map(({ address }) => answers(address)));
    return found.filter((_, index) => areThere[index]).sort((one, other) => one.process - other.process);
  }

  #files(): string[] {
    if (!this.#isOwn()) {
      return [];
    }
    return readdirSync(this.#folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
      .map(({ name }) => join(this.#folder, name));
  }

  #state(): Stats | undefined {
    try {
      return lstatSync(this.#folder);
    } catch {
      return undefined;
    }
  }

  /** Another user may have made the folder first, or a link to one, to read what is told in it or to tell what is not so. */
  #isOwn(): boolean {
    const found = this.#state();
    if (found === undefined || !found.isDirectory()) {
      return false;
    }
    // On Windows the folder for such files is the user's own.
    return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o077) === 0);
  }
}

/** A relative one is to be ignored. */
function runtimeFolder(): string | undefined {
  const { XDG_RUNTIME_DIR: folder = "" } = process.env;
  return isAbsolute(folder) ? folder : undefined;
}

function read(file: string): RunningProgram | undefined {
  try {
    const { process, address, words, folder } = JSON.parse(readFileSync(file, "utf8")) as RunningProgram;
    const isRight =
      Number.isSafeInteger(process) &&
      process > 0 &&
      /^http:\/\/127\.0\.0\.1:\d+\/[\w-]+\/$/.test(address) &&
      Array.isArray(words) &&
      typeof folder === "string";
    return isRight ? { process, address, words: words.map(String), folder } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** Another process may have its number by now. */
async function answers(address: string): Promise<boolean> {
  try {
    const { ok } = await fetch(address, { signal: AbortSignal.timeout(answerTime) });
    return ok;
  } catch {
    return false;
  }
}
