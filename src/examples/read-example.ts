import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../site.ts";

export type Runtime = "browser" | "node";
/** An exercise is an example whose first file is a beginning, and whose `solution.ts` prints the output. */
export type Kind = "example" | "exercise";
/** Who says what an example prints: CPython, of its `main.py`, or the host, where Python has nothing to say. */
export type Judge = "cpython" | "host";

export interface ExampleFile {
  /** The name in the example's folder, which is also its name in the pane: `main.ts`. */
  readonly name: string;
  readonly code: string;
}

/** One folder below `examples/`, read and checked: all that a page knows of an example. */
export interface Example {
  /** The folder below `examples/`: `coroutines/say-after`. */
  readonly path: string;
  readonly title: Readonly<Record<Language, string>>;
  /** The file that is open at first. */
  readonly active: string;
  /** `node` when the example needs what no browser has (TCP, processes, files). */
  readonly runtime: Runtime;
  readonly kind: Kind;
  readonly judge: Judge;
  /** Of an exercise, the file that the reader is to change. */
  readonly beginning: string | undefined;
  /** The oldest CPython that can run `main.py`: `3.11`. */
  readonly python: string;
  /** The port, its twin in async/await or its solution, extra files, and the Python original, as far as it has them, in this order. */
  readonly files: readonly ExampleFile[];
  /** What its comments say in Chinese, by what they say in English; see {@link filesIn}. */
  readonly comments: Readonly<Record<string, string>>;
  /** The TypeScript files that print `output` when they run. */
  readonly versions: readonly string[];
  /** What the judge printed. Every version must print the same. */
  readonly output: string;
}

/** What the comments of an example say in Chinese: `{ "in English": "in Chinese" }`. */
const commentsFile = "comments.zh-cn.json";

/** What an example would print under each misconception that changes the order: its reader is asked for the order first. */
export const puzzleFile = "puzzle.json";

/** What the library's event loop did when `main.ts` was recorded, or what the promises of a `plain.ts` did. */
export const programTrace = "trace.json";

/** What the event loop of CPython did when `main.py` was recorded. */
export const pythonTrace = "trace.python.json";

/** Says which file of an example is wrong, where, and what to do about it. */
export class ExampleError extends Error {
  override readonly name = "ExampleError";
  readonly file: string;

  constructor(file: string, message: string) {
    super(`${file}: ${message}`);
    this.file = file;
  }
}

/** The examples' folder, found from the project's root because a bundled page no longer knows where it was. */
export const examplesFolder = (): string => join(process.cwd(), "examples");

/** The paths of all examples, in alphabetical order: `coroutines/say-after`, ... */
export function listExamples(root: string = examplesFolder()): string[] {
  return folders(root)
    .flatMap((section) => folders(join(root, section)).map((slug) => `${section}/${slug}`))
    .sort();
}

/** Reads and checks one example. Throws {@link ExampleError} that names the file and says what to do. */
export function readExample(path: string, root: string = examplesFolder()): Example {
  if (!/^[^/]+\/[^/]+$/.test(path) || !existsSync(join(root, path))) {
    throw new ExampleError(`examples/${path}`, unknownExample(path, listExamples(root)));
  }
  const metadata = readMetadata(path, root);
  const isExercise = metadata.kind === "exercise";
  const first = firstFile(path, root, metadata.judge);
  const twins = first === "main.ts" ? optional(path, root, "plain.ts") : [];
  const original = metadata.judge === "cpython" ? ["main.py"] : [];
  const names = [first, ...(isExercise ? ["solution.ts"] : twins), ...metadata.files, ...original];
  const files = names.map((name) => ({ name, code: readPart(path, root, name) }));
  const traces = [programTrace, ...(metadata.runtime === "browser" ? [pythonTrace] : [])];
  rejectStrayFiles(path, root, [...names, "example.json", commentsFile, puzzleFile, "output.txt", ...traces]);
  return {
    path,
    title: metadata.title,
    active: expectMember(path, "active", metadata.active ?? first, names),
    runtime: metadata.runtime,
    kind: metadata.kind,
    judge: metadata.judge,
    beginning: isExercise ? first : undefined,
    python: metadata.python,
    versions: isExercise ? ["solution.ts"] : [first, ...twins],
    files,
    comments: readComments(path, root),
    output: readPart(path, root, "output.txt"),
  };
}

/** What is about the host's own loop alone is not written for the library. */
function firstFile(path: string, root: string, judge: Judge): string {
  return judge === "cpython" || existsSync(join(root, path, "main.ts")) ? "main.ts" : "plain.ts";
}

interface Metadata {
  readonly title: Readonly<Record<Language, string>>;
  readonly active: string | undefined;
  readonly runtime: Runtime;
  readonly kind: Kind;
  readonly judge: Judge;
  readonly python: string;
  readonly files: readonly string[];
}

function readMetadata(path: string, root: string): Metadata {
  const file = `examples/${path}/example.json`;
  const parsed = parseJson(file, readPart(path, root, "example.json"));
  const {
    title,
    active,
    runtime = "browser",
    kind = "example",
    judge = "cpython",
    python = "3.11",
    files = [],
  } = parsed;
  if (!isTitle(title)) {
    throw new ExampleError(
      file,
      `"title" must be { "en": "...", "zh-cn": "..." }, found ${JSON.stringify(title)}.`,
    );
  }
  if (!Array.isArray(files) || !files.every((name) => typeof name === "string")) {
    throw new ExampleError(file, `"files" must be a list of file names, found ${JSON.stringify(files)}.`);
  }
  return {
    title,
    active: active === undefined ? undefined : String(active),
    runtime: expectMember(path, "runtime", runtime, ["browser", "node"]) as Runtime,
    kind: expectMember(path, "kind", kind, ["example", "exercise"]) as Kind,
    judge: expectMember(path, "judge", judge, ["cpython", "host"]) as Judge,
    python: expectMember(path, "python", python, ["3.11", "3.12", "3.13", "3.14"]),
    files,
  };
}

function readComments(path: string, root: string): Readonly<Record<string, string>> {
  if (optional(path, root, commentsFile).length === 0) {
    return {};
  }
  const file = `examples/${path}/${commentsFile}`;
  const comments = parseJson(file, readPart(path, root, commentsFile));
  for (const [english, chinese] of Object.entries(comments)) {
    if (typeof chinese !== "string" || chinese === "") {
      throw new ExampleError(file, `"${english}" must have a text, found ${JSON.stringify(chinese)}.`);
    }
  }
  return comments as Readonly<Record<string, string>>;
}

function parseJson(file: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch (error) {
    throw new ExampleError(file, `is not valid JSON: ${(error as Error).message}`);
  }
  throw new ExampleError(file, "must hold one JSON object.");
}

function isTitle(value: unknown): value is Record<Language, string> {
  const title = value as Partial<Record<Language, unknown>> | null | undefined;
  return typeof title?.en === "string" && typeof title["zh-cn"] === "string";
}

function expectMember(path: string, key: string, value: unknown, allowed: readonly string[]): string {
  if (typeof value === "string" && allowed.includes(value)) {
    return value;
  }
  throw new ExampleError(
    `examples/${path}/example.json`,
    `"${key}" must be one of ${allowed.join(", ")}; found ${JSON.stringify(value)}.`,
  );
}

function readPart(path: string, root: string, name: string): string {
  const file = join(root, path, name);
  if (existsSync(file)) {
    return readFileSync(file, "utf8");
  }
  throw new ExampleError(`examples/${path}/${name}`, missingPart(name));
}

function missingPart(name: string): string {
  return name === "output.txt"
    ? "is missing. Run `npm run record`: it has the example's judge, CPython or Node, write what it prints."
    : "is missing. Every example needs it; look at examples/coroutines/say-after.";
}

function rejectStrayFiles(path: string, root: string, expected: readonly string[]): void {
  const stray = readdirSync(join(root, path)).find(
    (name) => !expected.includes(name) && name !== "__pycache__",
  );
  if (stray !== undefined) {
    throw new ExampleError(
      `examples/${path}/${stray}`,
      'is not used. Name it in "files" of example.json, or delete it.',
    );
  }
}

function unknownExample(path: string, known: readonly string[]): string {
  const slug = path.split("/").at(-1) ?? path;
  const alike = known.filter(
    (candidate) => candidate.includes(slug) || slug.includes(candidate.split("/")[1] ?? "/"),
  );
  const offered = alike.length > 0 ? alike : known;
  return `there is no such example. Write one of: ${offered.join(", ")}; or make the folder.`;
}

function optional(path: string, root: string, name: string): string[] {
  return existsSync(join(root, path, name)) ? [name] : [];
}

function folders(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "__pycache__")
    .map((entry) => entry.name);
}
