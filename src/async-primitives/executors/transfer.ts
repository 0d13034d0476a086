import { describe } from "../errors/describe.ts";
import { isArray, lookUp } from "../errors/look-up.ts";

const marked = new WeakMap<object, readonly Transferable[]>();

/**
 * Marks an argument of a job to be moved to the worker instead of copied: it costs nothing however large it is,
 * and this side cannot use it any more. What a job returns is always moved if it is a buffer or an array over one.
 *
 * @param value An ArrayBuffer, an array over one, a MessagePort or the like; or an object that contains some.
 * @param transferables What to move, when the value is an object that contains it.
 * @returns The value itself.
 * @throws TypeError when there is nothing to move.
 * @group Executors
 * @see Python's `SharedMemory`, which spares the copy between its processes
 * @example
 * function* main(): Coroutine<void> {
 *   const pixels = new Uint8Array(1_000_000).fill(1);
 *   const sum = (values: Uint8Array) => values.reduce((total, each) => total + each, 0);
 *   console.log(yield* toThread(sum, transfer(pixels))); // 1000000
 *   console.log(pixels.length); // 0
 * }
 *
 * await run(main());
 */
export function transfer<T extends object>(value: T, transferables?: readonly Transferable[]): T {
  if (transferables !== undefined && !(isArray(transferables) && transferables.every(isObject))) {
    throw new TypeError(`transfer() takes an array of what to move, got ${describe(transferables)}`);
  }
  if (!isObject(value)) {
    throw new TypeError(`transfer() takes an object, got ${describe(value)}`);
  }
  const moved = transferables ?? defaultTransferables(value);
  marked.set(value, moved);
  return value;
}

function defaultTransferables(value: unknown): Transferable[] {
  if (ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer) {
    return [value.buffer];
  }
  if (typeof value === "object" && value !== null && !isArray(value)) {
    if (lookUp(value, "constructor") !== Object) {
      return [value as Transferable];
    }
  }
  throw new TypeError(
    `transfer() takes something that can be moved, such as an ArrayBuffer, got ${describe(value)}: name what to move in it as the second argument`,
  );
}

/** Whether one of these arguments was marked. */
export function hasTransferables(calls: readonly (readonly unknown[])[]): boolean {
  return calls.some((args) => args.some((argument) => marked.has(argument as object)));
}

/** What of these arguments was marked. Each mark counts once. */
export function takeTransferables(calls: readonly (readonly unknown[])[]): Transferable[] {
  const moved = new Set<Transferable>();
  for (const args of calls) {
    for (const argument of args) {
      if (typeof argument !== "object" || argument === null) {
        continue;
      }
      for (const each of marked.get(argument) ?? []) {
        moved.add(each);
      }
      marked.delete(argument);
    }
  }
  return [...moved];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
