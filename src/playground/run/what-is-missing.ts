import type { ProgramError } from "../../sandbox/protocol.ts";
import type { Language } from "../../site.ts";
import { type Files, placeOf } from "./error-place.ts";
import { isAssignedWhere } from "./is-assigned-where.ts";
import { type Reason, reasonOf, sayWhy } from "./missing-words.ts";

/** What Node and bundlers put into `import.meta`. */
const metaNames: ReadonlySet<string> = new Set(["dirname", "filename", "env", "main"]);

/** In the words of V8, SpiderMonkey and JavaScriptCore. */
const noSuchName = /^(?:Can't find variable: (\S{1,100})|(\S{1,100}) is not defined)$/;
const noNetwork =
  /^(?:Failed to fetch|NetworkError when attempting to fetch resource\.|Load failed|(?:Failed to fetch|error loading) dynamically imported module: https?:.*)$/;
const noValue = /(?:\bundefined\b|\bis not a function\b)/;
/** Said by the compiler, and of a name that was only known when it was imported by V8, SpiderMonkey and JavaScriptCore. */
const noSuchModule =
  /^(?:There is no module "([^".][^"]*)" here\.|Failed to resolve module specifier ['"]([^'".][^'"]*)['"]|The specifier “([^”.][^”]*)” was a bare specifier|Module name, '([^'.][^']*)' does not resolve)/;
/** Modules that Node brings along, and that are often imported without `node:`. */
const ofNode =
  /^(?:node:.*|(?:assert|buffer|child_process|crypto|events|fs|http|https|net|os|path|readline|stream|timers|url|util|worker_threads|zlib)(?:\/.*)?)$/;

/**
 * What a program that was written for elsewhere lacks here, and what to do; undefined for any other error.
 *
 * @param files The code that ran, by the names of its files.
 */
export function whatIsMissing(error: ProgramError, files: Files, language: Language): string | undefined {
  const [reason, missing] = reasonFor(error, files) ?? [];
  return reason && sayWhy(reason, missing ?? "", language);
}

function reasonFor(error: ProgramError, files: Files): Found {
  switch (error.name) {
    case "SyntaxError":
      return missingModule(error) ?? unreadable(error, files);
    case "TypeError":
      return noNetwork.test(error.message) && !isMadeThere(error, files)
        ? ["network"]
        : (missingModule(error) ?? missingProperty(error, files));
    case "ReferenceError":
      return missingName(error, files);
    default:
      return undefined;
  }
}

type Found = readonly [Reason, string?] | undefined;

function missingModule({ message }: ProgramError): Found {
  const module = firstFound(noSuchModule, message);
  return module === undefined ? undefined : [ofNode.test(module) ? "node" : "package", `"${module}"`];
}

function missingName(error: ProgramError, files: Files): Found {
  const missing = firstFound(noSuchName, error.message);
  if (missing === undefined) {
    return undefined;
  }
  const reason = reasonOf(missing) ?? (isAssignedWhere(error, missing, files) ? "undeclared" : undefined);
  return reason && [reason, missing];
}

/** Of what has all other names: `globalThis.document.title`, and of `import.meta`. */
function missingProperty(error: ProgramError, files: Files): Found {
  const { line, column } = placeOf(error, files);
  const before = line.slice(0, column + 20);
  const properties = before.matchAll(
    /\b(globalThis|self|import\.meta)\s*\??\.\s*(\w{1,100})\s*(?=[.[(]|\?\.)/g,
  );
  const found = [...properties].at(-1);
  const [all = "", owner, property = ""] = found ?? [];
  if (owner === undefined || !noValue.test(error.message)) {
    return undefined;
  }
  const whole = `${owner}.${property}`;
  const after = line.slice((found?.index ?? 0) + all.length);
  if (isOfAnother(error.message, after) || (owner === "self" && declaresSelf(files))) {
    return undefined;
  }
  if (owner === "import.meta") {
    return metaNames.has(property) ? ["node", whole] : undefined;
  }
  const reason = reasonOf(property);
  return reason && [reason, whole];
}

/** Whether V8 names a property that was read of something else: of what has no value it says which one was asked of it. */
function isOfAnother(message: string, after: string): boolean {
  const read = /\(reading '(.{1,100})'\)$/.exec(message)?.[1];
  const [, next] = /^\s*\.\s*([\w$]{1,100})/.exec(after) ?? [];
  return read !== undefined && (next === undefined ? !after.startsWith("[") : next !== read);
}

/** Whether a program has a `self` of its own, as those write who know Python. */
function declaresSelf(files: Files): boolean {
  return Object.values(files).some((code) =>
    /\b(?:const|let|var)\s+self\b|[(,]\s*self\s*[,:)=?]|\bself\s*=>/.test(code),
  );
}

/** What is in no language that engines read, nor is it a type. */
function unreadable(error: ProgramError, files: Files): Found {
  const { line, column } = placeOf(error, files);
  if (/^\s*(?:export\s+)?@[\w$]|[;{}]\s*@[\w$]/.test(line) && line.slice(0, column).includes("@")) {
    return ["decorator"];
  }
  return /(?:^|[=(,?:&|]|=>|\breturn)\s*<(?:>|(?![^<>]{0,200}>\s*\()[A-Za-z][\w.-]{0,100}(?:\s|\/?>))/.test(
    line,
  )
    ? ["jsx"]
    : undefined;
}

function firstFound(pattern: RegExp, text: string): string | undefined {
  return pattern
    .exec(text)
    ?.slice(1)
    .find((each) => each !== undefined);
}

/** Whether the program itself has made the error, as to show what would become of one. */
function isMadeThere(error: ProgramError, files: Files): boolean {
  const { line, column } = placeOf(error, files);
  return [...line.matchAll(/\bnew\s+\w*Error\b/g)].some(
    ({ 0: made, index }) => index < column && column <= index + made.length + 1,
  );
}
