/**
 * Says what in a value keeps it from being sent to another thread, such as "options.onDone is a function";
 * undefined if nothing does. It is sent to workers as text, so it uses nothing from outside.
 */
export function findUncloneable(value: unknown, path: string): string | undefined {
  const seen = new Set<unknown>();

  const find = (each: unknown, where: string): string | undefined => {
    if (typeof each === "function" || typeof each === "symbol") {
      return `${where} is a ${typeof each}`;
    }
    if (typeof each !== "object" || each === null || seen.has(each)) {
      return undefined;
    }
    seen.add(each);
    for (const [key, item] of entriesOf(each)) {
      const found = find(item, Array.isArray(each) ? `${where}[${String(key)}]` : `${where}.${String(key)}`);
      if (found !== undefined) {
        return found;
      }
    }
    try {
      structuredClone(each);
      return undefined;
    } catch {
      return `${where} is a ${each.constructor?.name || "strange object"}`;
    }
  };

  const entriesOf = (each: object): Iterable<[unknown, unknown]> =>
    each instanceof Map ? each : each instanceof Set ? each.entries() : Object.entries(each);

  return find(value, path);
}
