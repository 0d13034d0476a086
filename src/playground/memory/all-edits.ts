import { readFiles } from "../editor/read-files.ts";
import { editsPrefix } from "./edits-key.ts";
import { keepIfRoom } from "./kept-edits.ts";

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
    const wrong = Object.keys(files ?? {}).find((file) => !fileName.test(file));
    if (wrong !== undefined) {
      throw new Error(`expected code by the names of its files, as in main.ts, found ${wrong.slice(0, 60)}`);
    }
    return [name, readFiles(files, Object.keys(files ?? {}))] as const;
  });
  return Object.fromEntries(edits.filter(([, files]) => Object.keys(files).length > 0));
}

/** Keeps them, but overwrites and pushes out nothing that is kept here. Answers for how many there was no room. */
export function addEdits(edits: Readonly<Record<string, Files>>): number {
  const added = Object.entries(edits).filter(([name]) => localStorage.getItem(editsPrefix + name) === null);
  return added.filter(([name, files]) => !keepIfRoom(editsPrefix + name, files)).length;
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
