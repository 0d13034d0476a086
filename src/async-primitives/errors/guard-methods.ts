import { describe } from "./describe.ts";

/** A class, by its prototype, and what its objects are called in messages. */
interface Guarded {
  readonly prototype: object;
}

/**
 * Has all methods, getters and setters of a class look at the object that they are called on: one that was taken out of its
 * object, as in `.then(writer.close)`, is refused with a word about what to write instead.
 *
 * @param name As in "StreamWriter".
 * @param isOne Whether an object has what the class keeps private. Neither a proxy of one nor what inherits from one has.
 */
export function guardMethods(type: Guarded, name: string, isOne: (value: object) => boolean): void {
  const { prototype } = type;
  for (const key of Reflect.ownKeys(prototype)) {
    const found = Object.getOwnPropertyDescriptor(prototype, key) as PropertyDescriptor;
    const shown = typeof key === "string" ? key : `[${key.description}]`;
    const check = (receiver: unknown, isCalled: boolean): void => {
      if (Object(receiver) !== receiver || !isOne(receiver as object)) {
        throw new TypeError(explain(name, shown, isCalled, receiver));
      }
    };
    const { value, get } = found;
    if (key !== "constructor" && typeof value === "function") {
      found.value = like(value, function (this: unknown, ...args: unknown[]) {
        check(this, true);
        return Reflect.apply(value, this, args);
      });
    }
    if (get !== undefined) {
      found.get = like(get, function (this: unknown) {
        check(this, false);
        return Reflect.apply(get, this, []);
      });
    }
    Object.defineProperty(prototype, key, found);
  }
}

/** Of the same name, and of the same kind: a generator function is still one to whoever is handed it. */
function like<F extends object>(original: F, guarded: F): F {
  for (const key of ["name", "length"]) {
    Object.defineProperty(guarded, key, Object.getOwnPropertyDescriptor(original, key) ?? {});
  }
  return Object.setPrototypeOf(guarded, Object.getPrototypeOf(original));
}

function explain(name: string, key: string, isCalled: boolean, receiver: unknown): string {
  const one = `${/^[AEIOU]/.test(name) ? "an" : "a"} ${name}`;
  if (!isCalled) {
    return `${key} belongs to ${one}, and was read of ${describe(receiver)}: read it of one`;
  }
  const call = key.startsWith("[") ? `it${key}()` : `it.${key}()`;
  const found = isNamedSo(receiver, name) ? "what only stands for one" : describe(receiver);
  return `${key}() belongs to ${one}, and was called on ${found}: to hand it over write () => ${call}`;
}

function isNamedSo(receiver: unknown, name: string): boolean {
  try {
    return (receiver as { constructor?: { name?: unknown } } | undefined)?.constructor?.name === name;
  } catch {
    return false;
  }
}
