import type { Program } from "./program.ts";

type Path = readonly (string | number)[];

/** How many smaller programs are tried, at most. */
const mostAttempts = 3000;

/** Makes a failing program as small as it gets: takes away whatever is not needed for it to fail. */
export async function shrink(
  program: Program,
  fails: (smaller: Program) => Promise<boolean>,
): Promise<Program> {
  let attempts = 0;
  let smallest = program;
  for (let progress = true; progress; ) {
    progress = false;
    for (const smaller of smallerPrograms(smallest)) {
      if (++attempts > mostAttempts) {
        return smallest;
      }
      if (await failsSafely(smaller, fails)) {
        smallest = smaller;
        progress = true;
        break;
      }
    }
  }
  return smallest;
}

/** Taking things away can leave a program that cannot be printed or run: that is no failure of the library. */
async function failsSafely(
  smaller: Program,
  fails: (smaller: Program) => Promise<boolean>,
): Promise<boolean> {
  try {
    return await fails(smaller);
  } catch {
    return false;
  }
}

function* smallerPrograms(program: Program): Generator<Program> {
  const paths = [...lists(program, [])];
  yield* withoutChunks(program, paths);
  yield* withoutBlocks(program, paths);
  yield* withoutLimits(program, paths);
}

/** Leaves out parts of lists, large parts first. */
function* withoutChunks(program: Program, paths: readonly Path[]): Generator<Program> {
  const longest = Math.max(...paths.map((path) => listAt(program, path).length));
  for (let size = longest; size >= 1; size = Math.floor(size / 2)) {
    for (const path of paths) {
      const { length } = listAt(program, path);
      for (let start = 0; start + size <= length; start += size) {
        yield edited(program, path, (list) => list.splice(start, size));
      }
    }
  }
}

/** Puts what is in a block in place of the block. */
function* withoutBlocks(program: Program, paths: readonly Path[]): Generator<Program> {
  for (const path of paths) {
    for (const [index, statement] of listAt(program, path).entries()) {
      if (!isBlock(statement)) {
        continue;
      }
      yield edited(program, path, (list) => list.splice(index, 1, ...statement.body));
      if (!statement.final?.length) {
        continue;
      }
      yield edited(program, path, (list) =>
        list.splice(index, 1, ...statement.body, ...(statement.final ?? [])),
      );
    }
  }
}

/** Puts what is awaited in place of an await with a limit. */
function* withoutLimits(program: Program, paths: readonly Path[]): Generator<Program> {
  for (const path of paths) {
    for (const [index, statement] of listAt(program, path).entries()) {
      if (!isWrapper(statement)) {
        continue;
      }
      yield edited(program, path, (list) => list.splice(index, 1, { ...statement.of, id: statement.id }));
    }
  }
}

function isBlock(statement: unknown): statement is { body: unknown[]; final?: unknown[] } {
  return typeof statement === "object" && statement !== null && "body" in statement;
}

function isWrapper(statement: unknown): statement is { id: number; of: object } {
  if (typeof statement !== "object" || statement === null || !("of" in statement)) {
    return false;
  }
  return typeof statement.of === "object" && !("into" in statement);
}

/** The functions of a program are known by number: lists of lists keep their length. */
const fixedLists = ["coroutines", "callbacks", "generators", "clauses", "resources", "args"];

function* lists(piece: unknown, path: Path): Generator<Path> {
  if (typeof piece !== "object" || piece === null) {
    return;
  }
  const isFixed = fixedLists.includes(String(path.at(-1)));
  if (Array.isArray(piece) && !isFixed) {
    yield path;
  }
  if (path.at(-1) === "resources") {
    return;
  }
  for (const [name, part] of Object.entries(piece)) {
    yield* lists(part, [...path, Array.isArray(piece) ? Number(name) : name]);
  }
}

function edited(program: Program, path: Path, edit: (list: unknown[]) => void): Program {
  const copy = structuredClone(program);
  edit(listAt(copy, path));
  return copy;
}

function listAt(program: Program, path: Path): unknown[] {
  let piece: unknown = program;
  for (const step of path) {
    piece = (piece as Record<string | number, unknown>)[step];
  }
  return piece as unknown[];
}
