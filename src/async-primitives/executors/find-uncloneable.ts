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
      return `${where} is a ${nameOf(each)}`;
    }
  };

  // A proxy may have nothing to go through, and no name.
  const entriesOf = (each: object): Iterable<[unknown, unknown]> => {
    try {
      return each instanceof Map
        ? [...each]
        : each instanceof Set
          ? [...each.entries()]
          : Object.entries(each);
    } catch {
      return [];
    }
  };

  const nameOf = (each: object): string => {
    try {
      return each.constructor?.name || "strange object";
    } catch {
      return "strange object";
    }
  };

  return find(value, path);
}
