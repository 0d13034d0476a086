import { cut } from "../trace/cut.ts";
import { isFrame } from "../trace/parse-stack.ts";
import type { LinkedModules } from "./describe-error.ts";
import { limits, type TextPart } from "./protocol.ts";

/** A place in a module. */
const place = /(blob:[^\s)'"]{1,200}?):(\d+):(\d+)/g;

/**
 * A text that is printed. A stack in it names modules by their addresses, and calls of what shows the run: it is told in
 * places of the program's files, and without those calls.
 */
export function describeText(text: string, modules: LinkedModules): TextPart {
  const shown = cut(text, limits.text);
  const named = shown.includes("blob:") ? namePlaces(shown, modules) : shown;
  return named === shown ? { kind: "text", text: shown } : { kind: "text", text: named, hasPlaces: true };
}

function namePlaces(text: string, modules: LinkedModules): string {
  const nameOf = (whole: string, address: string, line: string, column: string): string => {
    const module = modules.get(address);
    return module === undefined
      ? whole
      : `${module.path}:${line}:${module.columnBefore(Number(line), Number(column))}`;
  };
  return text
    .split("\n")
    .filter((line) => !isForeign(line, modules))
    .map((line) => line.replace(place, nameOf))
    .join("\n");
}

/** Whether it is a frame of none of the program's modules. */
function isForeign(line: string, modules: LinkedModules): boolean {
  const addresses = [...line.matchAll(place)].map(([, address]) => address as string);
  return isFrame(line) && addresses.length > 0 && addresses.every((address) => !modules.has(address));
}
