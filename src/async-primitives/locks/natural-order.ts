import { describe } from "../errors/describe.ts";

/**
 * Whether one value comes before another: numbers and what stands for them, such as dates, by size, text by its
 * characters, arrays by their first elements that differ.
 *
 * @throws TypeError when there is no order between them, as Python's `<` does.
 */
export function isLess(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") {
    if (a < b) {
      return true;
    }
    if (a >= b) {
      return false;
    }
  }
  return compare(a, b) < 0;
}

/** Less than 0 if `a` comes first, 0 if they are equal. */
function compare(a: unknown, b: unknown): number {
  if (Array.isArray(a) && Array.isArray(b)) {
    return compareElements(a, b);
  }
  const [x, y] = [primitiveOf(a), primitiveOf(b)];
  if (isText(x) ? isText(y) : isNumeric(x) && isNumeric(y)) {
    if (x < y) {
      return -1;
    }
    if (x > y) {
      return 1;
    }
    if (x >= y) {
      return 0;
    }
  }
  throw new TypeError(
    `A PriorityQueue cannot order ${describe(a)} and ${describe(b)}: give it a function isBefore(a, b)`,
  );
}

function compareElements(a: readonly unknown[], b: readonly unknown[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = a[i] === b[i] ? 0 : compare(a[i], b[i]);
    if (order !== 0) {
      return order;
    }
  }
  return a.length - b.length;
}

/** What `<` would compare: of an object, the number or text that it stands for. */
function primitiveOf(value: unknown): number {
  const object = value as Partial<Date> | null;
  if (typeof object !== "object" || object === null || Array.isArray(object)) {
    return value as number;
  }
  return object[Symbol.toPrimitive]?.("number") ?? (object.valueOf?.() as number);
}

/** JavaScript compares text with numbers too; here they have no order. */
function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isNumeric(value: unknown): boolean {
  return ["number", "bigint", "boolean"].includes(typeof value);
}
