import { inspect } from "loupe";
import { cut } from "../trace/cut.ts";
import { describeError, isError } from "./describe-error.ts";
import type { LinkedModules } from "./linked-modules.ts";
import { type ConsolePart, limits, type ValueMember } from "./protocol.ts";
import { weigh } from "./weigh.ts";

/** How long the one-line view of a value may get, in UTF-16 units, and that of a member. */
const previewLength = 2_000;
const memberLength = 200;

/** A text that names modules by their addresses is this much longer than it will be once these are names. */
const roomOfStack = 4;

/** What the values may weigh that are still to be shown: those of one entry share it. */
interface Room {
  left: number;
}

/** The parts of one entry, a value each. */
export function describeValues(values: readonly unknown[], modules: LinkedModules): ConsolePart[] {
  const room: Room = { left: limits.values };
  return values.map((value) => describeValue(value, modules, room));
}

/** A value as the console shows it. Nothing the value does while it is looked at can end the program. */
function describeValue(value: unknown, modules: LinkedModules, room: Room): ConsolePart {
  if (typeof value === "string") {
    return { kind: "text", text: cut(value, limits.text) };
  }
  if (isError(value)) {
    return { kind: "error", error: describeError(value, modules) };
  }
  if ((typeof value !== "object" && typeof value !== "function") || value === null) {
    return { kind: "text", text: primitive(value) };
  }
  return {
    kind: "value",
    preview: preview(value, previewLength),
    members: membersOf(value, limits.depth, room, new Set()),
  };
}

/** Written by hand because programs print numbers by the thousand, and `inspect` is made for more than that. */
function primitive(value: unknown): string {
  if (typeof value === "bigint") {
    return cut(`${value}n`, limits.text);
  }
  return Object.is(value, -0) ? "-0" : cut(String(value), limits.text);
}

/** The one-line text of a value, as in `[ 1, 2, 3 ]`. */
export function preview(value: unknown, length: number): string {
  const room = length * (isStack(value) ? roomOfStack : 1);
  try {
    return cut(inspect(beginningOf(value, room), { truncate: room, stylize }), room);
  } catch {
    return "a value that cannot be shown";
  }
}

export function isStack(value: unknown): boolean {
  return typeof value === "string" && value.includes("blob:");
}

/** Zero as Node writes it: without a sign, but for the negative one. */
function stylize(text: string, kind: string): string {
  return kind === "number" && text === "+0" ? "0" : text;
}

/** Of a long list of numbers as many as there is room for: to look at all of them would take seconds. */
function beginningOf(value: unknown, length: number): unknown {
  return ArrayBuffer.isView(value) && "subarray" in value ? (value as Uint8Array).subarray(0, length) : value;
}

/** The members of a value, level by level, while there is room. A value inside itself is not opened again. */
function membersOf(value: unknown, depth: number, room: Room, above: ReadonlySet<unknown>): ValueMember[] {
  if (typeof value !== "object" || value === null || depth === 0 || above.has(value)) {
    return [];
  }
  const inside = new Set(above).add(value);
  const members: ValueMember[] = [];
  for (const [name, member] of entriesOf(value)) {
    const shown = { name: cut(name, memberLength), preview: preview(member, memberLength) };
    room.left -= weigh(shown);
    if (room.left < 0) {
      break;
    }
    members.push({ ...shown, members: membersOf(member, depth - 1, room, inside) });
  }
  return members;
}

function entriesOf(value: object): [string, unknown][] {
  try {
    if (value instanceof Map) {
      return [...value]
        .slice(0, limits.members)
        .map(([key, member]) => [`${preview(key, memberLength)} =>`, member]);
    }
    if (value instanceof Set) {
      return [...value].slice(0, limits.members).map((member, index) => [String(index), member]);
    }
    return keysOf(value)
      .slice(0, limits.members)
      .flatMap((key) => property(value, key));
  } catch {
    return [];
  }
}

/** Of a long list only the first keys are made: all of them would take more memory than the list. */
function keysOf(value: object): (string | symbol)[] {
  const isList = Array.isArray(value) || ArrayBuffer.isView(value);
  const length = isList ? (value as { readonly length?: number }).length : undefined;
  return length !== undefined && length > limits.members
    ? Array.from({ length: limits.members }, (_, index) => String(index))
    : Reflect.ownKeys(value);
}

/** What an error holds besides its message is not enumerable, and all that there is to open. */
function isInsideOfError(value: object, key: string | symbol): boolean {
  return (key === "cause" || key === "errors") && isError(value);
}

/** Getters are named and not called: looking must not change anything. */
function property(value: object, key: string | symbol): [string, unknown][] {
  const descriptor = Reflect.getOwnPropertyDescriptor(value, key);
  if (descriptor === undefined || !(descriptor.enumerable || isInsideOfError(value, key))) {
    return [];
  }
  return [[String(key), "value" in descriptor ? descriptor.value : "(getter)"]];
}
