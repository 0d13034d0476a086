import type { ProgramError } from "../../sandbox/protocol.ts";
import type { Language } from "../../site.ts";
import { firstUserFrame } from "../../trace/stack-frame.ts";

/** Why a name, a module or a network is not there, each a sentence about what is missing. */
type Reason = "undeclared" | "commonjs" | "node" | "package" | "page" | "dialog" | "network";

const names: Readonly<Record<string, Reason>> = {
  require: "commonjs",
  module: "commonjs",
  exports: "commonjs",
  __dirname: "commonjs",
  __filename: "commonjs",
  process: "node",
  Buffer: "node",
  global: "node",
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

const sentences: Readonly<Record<Language, Readonly<Record<Reason, (missing: string) => string>>>> = {
  en: {
    undeclared: (name) =>
      `${name} is declared nowhere, and a module makes no variable by assigning to it: write const or let before it.`,
    commonjs: (name) =>
      `${name} belongs to CommonJS, and the program is a module: it has import, export and import.meta.`,
    node: (name) =>
      `${name} belongs to Node, and the program runs in a worker of this page. Download the project to run it with Node.`,
    package: (name) => `${name} is not on this page. Download the project, and install the package there.`,
    page: (name) => `${name} belongs to a page, and the program runs in a worker, which has none.`,
    dialog: (name) =>
      `${name}() belongs to a page, and the program runs in a worker. Print with console.log().`,
    network: () => "A program in a pane can make no request. Download the project to run it with Node.",
  },
  "zh-cn": {
    undeclared: (name) => `${name} 没有声明过，而在模块里，赋值并不会创建变量：请在前面加上 const 或 let。`,
    commonjs: (name) => `${name} 属于 CommonJS，而这个程序是模块：请用 import、export 和 import.meta。`,
    node: (name) => `${name} 是 Node 才有的，而程序运行在网页的 worker 里。要用 Node 运行，请下载项目。`,
    package: (name) => `这一页没有 ${name}。请下载项目，再安装这个包。`,
    page: (name) => `${name} 是页面才有的，而程序运行在没有它的 worker 里。`,
    dialog: (name) => `${name}() 是页面才有的，而程序运行在 worker 里。请用 console.log() 输出。`,
    network: () => "示例窗格里的程序不能发出请求。要用 Node 运行，请下载项目。",
  },
};

/** In the words of V8, SpiderMonkey and JavaScriptCore. */
const noSuchName = /^(?:Can't find variable: (\S{1,100})|(\S{1,100}) is not defined)$/;
const noNetwork = /^(?:Failed to fetch|NetworkError when attempting to fetch resource\.|Load failed)$/;
const noSuchModule = /^There is no module "([^".][^"]*)" here\./;
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

function reasonFor(
  error: ProgramError,
  files: Readonly<Record<string, string>>,
): readonly [Reason, string?] | undefined {
  const { name, message } = error;
  const module = noSuchModule.exec(message)?.[1];
  if (name === "SyntaxError" && module !== undefined) {
    return [ofNode.test(module) ? "node" : "package", `"${module}"`];
  }
  if (name === "TypeError" && noNetwork.test(message)) {
    return ["network"];
  }
  const [, ...found] = (name === "ReferenceError" && noSuchName.exec(message)) || [];
  const missing = found.find((each) => each !== undefined);
  if (missing === undefined) {
    return undefined;
  }
  const known = Object.hasOwn(names, missing) ? names[missing] : undefined;
  const reason = known ?? (isAssignedWhere(error, missing, files) ? "undeclared" : undefined);
  return reason && [reason, missing];
}

/** What follows a variable that is assigned to, or counted up. */
const assignment = /^\s*(?:(?:\*\*|<<|>>>?|&&|\|\||\?\?|[-+*/%&|^])?=(?![=>])|\+\+|--)/;

/** Whether the error stands at an assignment to the name: engines point at the name itself, or behind it. */
function isAssignedWhere(
  { frames }: ProgramError,
  name: string,
  files: Readonly<Record<string, string>>,
): boolean {
  const { path = "", line = 0, column = 0 } = firstUserFrame(frames) ?? {};
  const code = Object.hasOwn(files, path) ? (files[path] ?? "") : "";
  const text = code.split("\n")[line - 1] ?? "";
  const [before, after] = [text.slice(0, column - 1), text.slice(column - 1)];
  if (after.startsWith(name)) {
    return assignment.test(after.slice(name.length)) || /(?:\+\+|--)\s*$/.test(before.slice(-20));
  }
  return endsWithName(before.trimEnd(), name) && assignment.test(after);
}

/** Whether a text ends with the name, and not with a longer one. */
function endsWithName(text: string, name: string): boolean {
  return text.endsWith(name) && !/[\w$.]$/.test(text.slice(0, -name.length));
}
