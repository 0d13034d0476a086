import type { ProgramError } from "../../sandbox/protocol.ts";
import type { Language } from "../../site.ts";

/** Why a name or a network is not there, each a sentence about `name` in a language. */
type Reason = "undeclared" | "node" | "page" | "dialog" | "network";

const namesOf: Readonly<Partial<Record<Reason, readonly string[]>>> = {
  node: [
    "process",
    "require",
    "module",
    "exports",
    "__dirname",
    "__filename",
    "Buffer",
    "setImmediate",
    "clearImmediate",
    "global",
  ],
  page: ["document", "window", "localStorage", "sessionStorage"],
  dialog: ["alert", "confirm", "prompt"],
};

const sentences: Readonly<Record<Language, Readonly<Record<Reason, (name: string) => string>>>> = {
  en: {
    undeclared: (name) =>
      `${name} is declared nowhere, and a module makes no variable by assigning to it: write const or let before it.`,
    node: (name) =>
      `${name} belongs to Node, and the program runs in a worker of this page. Download the project to run it with Node.`,
    page: (name) => `${name} belongs to a page, and the program runs in a worker, which has none.`,
    dialog: (name) =>
      `${name}() belongs to a page, and the program runs in a worker. Print with console.log().`,
    network: () => "A program in a pane reaches no network. Download the project to run it with Node.",
  },
  "zh-cn": {
    undeclared: (name) => `${name} 没有声明过，而在模块里，赋值并不会创建变量：请在前面加上 const 或 let。`,
    node: (name) => `${name} 是 Node 才有的，而程序运行在网页的 worker 里。要用 Node 运行，请下载项目。`,
    page: (name) => `${name} 是页面才有的，而程序运行在没有它的 worker 里。`,
    dialog: (name) => `${name}() 是页面才有的，而程序运行在 worker 里。请用 console.log() 输出。`,
    network: () => "示例窗格里的程序连接不到网络。要用 Node 运行，请下载项目。",
  },
};

/** In the words of V8, SpiderMonkey and JavaScriptCore. */
const noSuchName = /^(?:Can't find variable: (\S+)|(\S+) is not defined)$/;
const noNetwork = /^(?:Failed to fetch|NetworkError when attempting to fetch resource\.|Load failed)$/;

/** What a program that was written for elsewhere lacks here, and what to do; undefined for any other error. */
export function whatIsMissing(
  { name, message }: ProgramError,
  code: string,
  language: Language,
): string | undefined {
  const said = sentences[language];
  if (name === "TypeError" && noNetwork.test(message)) {
    return said.network("");
  }
  const [, ...names] = (name === "ReferenceError" && noSuchName.exec(message)) || [];
  const missing = names.find((found) => found !== undefined);
  const reason = missing === undefined ? undefined : reasonFor(missing, code);
  return missing === undefined || reason === undefined ? undefined : said[reason](missing);
}

function reasonFor(missing: string, code: string): Reason | undefined {
  const known = (Object.keys(namesOf) as Reason[]).find((reason) => namesOf[reason]?.includes(missing));
  return known ?? (isAssigned(missing, code) ? "undeclared" : undefined);
}

/** Whether it is what stands on the left of `=` somewhere. */
function isAssigned(name: string, code: string): boolean {
  const word = name.replaceAll("$", "\\$");
  return new RegExp(`(?<![\\w$.])${word}\\s*=(?![=>])`).test(code);
}
