import { readFiles } from "../editor/read-files.ts";
import { editsPrefix } from "./edits-key.ts";
import { keepEdits } from "./kept-edits.ts";

type Files = Readonly<Record<string, string>>;

/** As in a key: the language and the path of an example. */
const exampleName = /^(en|zh-cn)\/[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}$/;
const fileName = /^[a-z0-9-]{1,80}\.(ts|py)$/;

/** What the browser keeps of all examples, by their languages and paths. What makes no sense is left out. */
export function allEdits(): Readonly<Record<string, Files>> {
  const edits: Record<string, Files> = {};
  for (const key of keys()) {
    try {
      Object.assign(
        edits,
        parseEdits({ [key.slice(editsPrefix.length)]: JSON.parse(localStorage.getItem(key) ?? "").files }),
      );
    } catch {
      // Somebody else's.
    }
  }
  return edits;
}

/** Reads edits that anyone may have written. Throws an error that says what is wrong with them. */
export function parseEdits(value: object): Readonly<Record<string, Files>> {
  const wrong = Object.keys(value).find((name) => !exampleName.test(name));
  if (wrong !== undefined) {
    throw new Error(
      `expected edits by the names of examples, as in en/tasks/first-step, found ${wrong.slice(0, 60)}`,
    );
  }
  const edits = Object.entries(value).map(([name, files]) => {
    const names = Object.keys(files ?? {}).filter((file) => fileName.test(file));
    return [name, readFiles(files, names)] as const;
  });
  return Object.fromEntries(edits);
}

/** Keeps them. What is kept of the same example is not overwritten. */
export function addEdits(edits: Readonly<Record<string, Files>>): void {
  for (const [name, files] of Object.entries(edits)) {
    const key = editsPrefix + name;
    if (localStorage.getItem(key) === null) {
      keepEdits(key, files);
    }
  }
}

export function forgetEdits(): void {
  for (const key of keys()) {
    localStorage.removeItem(key);
  }
}

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(editsPrefix));
  } catch {
    // A browser that keeps nothing.
    return [];
  }
}
