import { isFrame } from "../trace/parse-stack.ts";
import type { LinkedModules } from "./linked-modules.ts";
import { mapLines } from "./map-lines.ts";
import { mapTexts } from "./map-texts.ts";
import type { HasPlaces } from "./protocol.ts";

/** A place in a module. */
const place = /(blob:[^\s)'"]{1,200}?):(\d+):(\d+)/g;
/** An address that did not fit. */
const cutAddress = /blob:[^\s)'"]{0,200}…/;

/**
 * What is printed may hold stacks, wherever a program has put them: as a text, in an object, in a message. Such a text names
 * modules by their addresses, and calls of what shows the run: it is told in places of the program's files, and without
 * those calls.
 */
export function withNamedPlaces<Printed extends object>(
  printed: Printed,
  modules: LinkedModules,
): Printed & HasPlaces {
  let hasPlaces = false;
  const named = mapTexts(printed, (text) => {
    const told = text.includes("blob:") ? namePlaces(text, modules) : text;
    hasPlaces ||= told !== text;
    return told;
  });
  return hasPlaces ? { ...named, hasPlaces } : printed;
}

function namePlaces(text: string, modules: LinkedModules): string {
  const nameOf = (whole: string, address: string, line: string, column: string): string => {
    const module = modules.get(address);
    return module === undefined
      ? whole
      : `${module.path}:${line}:${module.columnBefore(Number(line), Number(column))}`;
  };
  return mapLines(text, (line) =>
    isForeign(line, modules) ? undefined : line.replace(place, nameOf).replace(cutAddress, "…"),
  );
}

/** Whether it is a frame of none of the program's modules. */
function isForeign(line: string, modules: LinkedModules): boolean {
  const addresses = [...line.matchAll(place)].map(([, address]) => address as string);
  return isFrame(line) && addresses.length > 0 && addresses.every((address) => !modules.has(address));
}
