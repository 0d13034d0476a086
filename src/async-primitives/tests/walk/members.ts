import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A method, a getter or a setter of an object, wherever on its way to the prototypes of the language and the host it is found. */
export interface Member {
  /** As in "Queue.put", "get Queue.maxsize". */
  readonly name: string;
  readonly owner: object;
  readonly call: (receiver: unknown, ...args: unknown[]) => unknown;
  readonly takesArguments: boolean;
}

const ofTheHost = new Set<unknown>([
  Object.prototype,
  Function.prototype,
  Array.prototype,
  Error.prototype,
  AggregateError.prototype,
  Map.prototype,
  Set.prototype,
  Promise.prototype,
  AbortSignal.prototype,
  EventTarget.prototype,
]);
for (const iterator of [[][Symbol.iterator](), (function* () {})(), (async function* () {})()]) {
  for (
    let prototype = Object.getPrototypeOf(iterator);
    prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    ofTheHost.add(prototype);
  }
}

export function membersOf(instance: object, internal: ReadonlySet<string>, kind: string): Member[] {
  const members: Member[] = [];
  const seen = new Set<PropertyKey>();
  for (
    let owner: object | null = instance;
    owner !== null && !ofTheHost.has(owner);
    owner = Object.getPrototypeOf(owner)
  ) {
    const ownerName =
      owner === instance ? kind : (owner as { constructor?: { name?: string } }).constructor?.name || kind;
    for (const key of Reflect.ownKeys(owner)) {
      const name = `${ownerName}.${String(key)}`;
      if (key === "constructor" || seen.has(key) || internal.has(name)) {
        continue;
      }
      seen.add(key);
      const { value, get, set } = Object.getOwnPropertyDescriptor(owner, key) as PropertyDescriptor;
      if (typeof value === "function") {
        members.push({
          name,
          owner,
          takesArguments: true,
          call: (receiver, ...args) => Reflect.apply(value, receiver, args),
        });
      }
      if (get !== undefined) {
        members.push({
          name: `get ${name}`,
          owner,
          takesArguments: false,
          call: (receiver) => Reflect.apply(get, receiver, []),
        });
      }
      if (set !== undefined) {
        members.push({
          name: `set ${name}`,
          owner,
          takesArguments: true,
          call: (receiver, ...args) => Reflect.apply(set, receiver, args.slice(0, 1)),
        });
      }
    }
  }
  return members;
}

/** What is marked as `@internal` or `protected` in the sources: a program that calls it is told so by its compiler. */
export function internalMembers(folder: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (path.endsWith(".ts") && !path.startsWith("tests/") && !path.startsWith("dist/")) {
      collect(readFileSync(join(folder, path), "utf8"), found);
    }
  }
  return found;
}

const nameOfMember =
  /^\s*(?:(?:override|readonly|static|async|abstract|protected|get|set)\s+)*\*?\[?([\w$.]+)/;

function collect(source: string, found: Set<string>): void {
  let owner = "";
  let isInternal = false;
  let inComment = false;
  for (const line of source.split("\n")) {
    owner = /^(?:export )?(?:abstract )?class (\w+)/.exec(line)?.[1] ?? owner;
    if (/^\s*\/\*\*/.test(line)) {
      inComment = true;
      isInternal = false;
    }
    isInternal ||= inComment && line.includes("@internal");
    if (inComment) {
      inComment = !line.includes("*/");
      continue;
    }
    if (/^\s*\/\//.test(line)) {
      continue;
    }
    const name = nameOfMember.exec(line)?.[1];
    if (name !== undefined && (isInternal || /^\s*(override )?protected /.test(line))) {
      found.add(`${owner}.${name.replace(/^Symbol\.(\w+)$/, "Symbol(Symbol.$1)")}`);
    }
    isInternal = false;
  }
}
