import type { ProgramError } from "../../sandbox/protocol.ts";
import type { Language } from "../../site.ts";
import { firstUserFrame } from "../../trace/stack-frame.ts";

/** Why a name, a module or a network is not there, each a sentence about what is missing. */
type Reason =
  | "undeclared"
  | "commonjs"
  | "node"
  | "runtime"
  | "package"
  | "page"
  | "dialog"
  | "network"
  | "jsx"
  | "decorator";

const names: Readonly<Record<string, Reason>> = {
  require: "commonjs",
  module: "commonjs",
  exports: "commonjs",
  __dirname: "commonjs",
  __filename: "commonjs",
  process: "node",
  Buffer: "node",
  global: "node",
  Deno: "runtime",
  Bun: "runtime",
  document: "page",
  window: "page",
  localStorage: "page",
  sessionStorage: "page",
  HTMLElement: "page",
  Image: "page",
  history: "page",
  screen: "page",
  parent: "page",
  alert: "dialog",
  confirm: "dialog",
  prompt: "dialog",
};

/** What Node and bundlers put into `import.meta`. */
const metaNames: ReadonlySet<string> = new Set(["dirname", "filename", "env", "main"]);

const sentences: Readonly<Record<Language, Readonly<Record<Reason, (missing: string) => string>>>> = {
  en: {
    undeclared: (name) =>
      `${name} is declared nowhere, and a module makes no variable by assigning to it: write const or let before it.`,
    commonjs: (name) =>
      `${name} belongs to CommonJS, and the program is a module: it has import, export and import.meta.`,
    node: (name) =>
      `${name} belongs to Node, and the program runs in a worker of this page. Download the project to run it with Node.`,
    runtime: (name) =>
      `${name} belongs to the runtime of that name, and the program runs in a worker of this page. Download the project to run it there.`,
    package: (name) => `${name} is not on this page. Download the project, and install the package there.`,
    page: (name) => `${name} belongs to a page, and the program runs in a worker, which has none.`,
    dialog: (name) =>
      `${name}() belongs to a page, and the program runs in a worker. Print with console.log().`,
    network: () => "A program in a pane can make no request. Download the project to run it with Node.",
    jsx: () => "JSX is more than types: neither this page nor Node runs it as it is.",
    decorator: () => "Decorators are more than types: neither this page nor Node runs them as they are.",
  },
  "zh-cn": {
    undeclared: (name) => `${name} 没有声明过，而在模块里，赋值并不会创建变量：请在前面加上 const 或 let。`,
    commonjs: (name) => `${name} 属于 CommonJS，而这个程序是模块：请用 import、export 和 import.meta。`,
    node: (name) => `${name} 是 Node 才有的，而程序运行在网页的 worker 里。要用 Node 运行，请下载项目。`,
    runtime: (name) => `${name} 是同名运行时才有的，而程序运行在网页的 worker 里。要用它运行，请下载项目。`,
    package: (name) => `这一页没有 ${name}。请下载项目，再安装这个包。`,
    page: (name) => `${name} 是页面才有的，而程序运行在没有它的 worker 里。`,
    dialog: (name) => `${name}() 是页面才有的，而程序运行在 worker 里。请用 console.log() 输出。`,
    network: () => "示例窗格里的程序不能发出请求。要用 Node 运行，请下载项目。",
    jsx: () => "JSX 不只是类型：这一页和 Node 都不能直接运行它。",
    decorator: () => "装饰器不只是类型：这一页和 Node 都不能直接运行它。",
  },
};

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
export function whatIsMissing(
  error: ProgramError,
  files: Readonly<Record<string, string>>,
  language: Language,
): string | undefined {
  const [reason, missing] = reasonFor(error, files) ?? [];
  return reason && sentences[language][reason](missing ?? "");
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

function reasonOf(name: string): Reason | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}

function firstFound(pattern: RegExp, text: string): string | undefined {
  return pattern
    .exec(text)
    ?.slice(1)
    .find((each) => each !== undefined);
}

type Files = Readonly<Record<string, string>>;

/** The line at which an error stands, and the column, counted from 1. */
function placeOf({ frames }: ProgramError, files: Files): { readonly line: string; readonly column: number } {
  const { path = "", line = 0, column = 0 } = firstUserFrame(frames) ?? {};
  const code = Object.hasOwn(files, path) ? (files[path] ?? "") : "";
  return { line: code.split("\n")[line - 1] ?? "", column };
}

/** Whether the program itself has made the error, as to show what would become of one. */
function isMadeThere(error: ProgramError, files: Files): boolean {
  const { line, column } = placeOf(error, files);
  return [...line.matchAll(/\bnew\s+\w*Error\b/g)].some(
    ({ 0: made, index }) => index < column && column <= index + made.length + 1,
  );
}

/** What follows a variable that is assigned to, or counted up. */
const assignment = /^\s*(?:(?:\*\*|<<|>>>?|&&|\|\||\?\?|[-+*/%&|^])?=(?![=>])|\+\+|--)/;

/** What stands around a variable in `[a, b] = ...` and `({ a } = ...)`. */
const beginningOfPattern = /(?:^|[;{}(])\s*[[{][^=;]*$/;
const endOfPattern = /^[^=;]*[\]}]\s*=(?![=>])/;

/** Whether the error stands at an assignment to the name: engines point at the name itself, or behind it. */
function isAssignedWhere(error: ProgramError, name: string, files: Files): boolean {
  const { line, column } = placeOf(error, files);
  const [before, after] = [line.slice(0, column - 1), line.slice(column - 1)];
  if (after.startsWith(name)) {
    const rest = after.slice(name.length);
    return (
      assignment.test(rest) ||
      /(?:\+\+|--)\s*$/.test(before.slice(-20)) ||
      (beginningOfPattern.test(before.slice(-1_000)) && endOfPattern.test(rest.slice(0, 1_000))) ||
      (/\bfor\s*(?:await\s*)?\(\s*$/.test(before.slice(-100)) && /^\s+(?:of|in)\b/.test(rest))
    );
  }
  return endsWithName(before.trimEnd(), name) && assignment.test(after);
}

/** Whether a text ends with the name, and not with a longer one. */
function endsWithName(text: string, name: string): boolean {
  return text.endsWith(name) && !/[\w$.]$/.test(text.slice(0, -name.length));
}
