import { cut } from "../trace/cut.ts";
import { isStack, preview } from "./describe-value.ts";
import { type ConsolePart, limits } from "./protocol.ts";

const cellLength = 100;
const mostColumns = 20;
const mostCells = 600;

/** `console.table`: a row for each member, a column for each property that any of them has. */
export function describeTable(data: unknown, wanted: unknown): ConsolePart | undefined {
  try {
    return isObject(data) ? tableOf(data, wanted) : undefined;
  } catch {
    // A value that resists is shown as any other.
    return undefined;
  }
}

function tableOf(data: object, wanted: unknown): ConsolePart {
  const members = rowsOf(data).slice(0, limits.members);
  const columns = Array.isArray(wanted)
    ? wanted.slice(0, mostColumns).map(String)
    : columnsOf(members.map(([, member]) => member));
  const hasValues = members.some(([, member]) => !isObject(member));
  const header = ["(index)", ...columns.map(brief), ...(hasValues ? ["Values"] : [])];
  return {
    kind: "table",
    header,
    rows: members
      .slice(0, mostCells / header.length)
      .map(([index, member]) => [
        brief(index),
        ...columns.map((column) => (isObject(member) && column in member ? cell(member[column]) : "")),
        ...(hasValues ? [isObject(member) ? "" : cell(member)] : []),
      ]),
  };
}

/** Of a long list only the first rows are looked at. */
function rowsOf(data: object): [string, unknown][] {
  if (data instanceof Map) {
    return [...data].slice(0, limits.members).map(([key, value]) => [preview(key, cellLength), value]);
  }
  if (data instanceof Set) {
    return [...data].slice(0, limits.members).map((value, index) => [String(index), value]);
  }
  return Object.entries(Array.isArray(data) ? data.slice(0, limits.members) : data);
}

function columnsOf(members: readonly unknown[]): string[] {
  return [...new Set(members.filter(isObject).flatMap((member) => Object.keys(member)))].slice(
    0,
    mostColumns,
  );
}

function cell(value: unknown): string {
  return typeof value === "string" && !isStack(value) ? brief(value) : preview(value, cellLength);
}

function brief(text: string): string {
  return cut(text, cellLength);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
