import type { Language } from "../../site.ts";

/** Why a name, a module or a network is not there, each a sentence about what is missing. */
export type Reason =
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

/** Why a name is not there that belongs to elsewhere. */
export function reasonOf(name: string): Reason | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}

/** What is missing, and what to do. */
export function sayWhy(reason: Reason, missing: string, language: Language): string {
  return sentences[language][reason](missing);
}
