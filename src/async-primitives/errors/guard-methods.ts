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
    const guard = (member: (...args: unknown[]) => unknown, isCalled: boolean) =>
      like(member, function (this: unknown, ...args: unknown[]) {
        if (Object(this) !== this || !isOne(this as object)) {
          throw new TypeError(explain(name, shown, isCalled, this));
        }
        return Reflect.apply(member, this, args);
      });
    const { value, get } = found;
    if (key !== "constructor" && typeof value === "function") {
      found.value = guard(value, true);
    }
    if (get !== undefined) {
      found.get = guard(get, false);
    }
    Object.defineProperty(prototype, key, found);
  }
}

/** Of the same name, and of the same kind: a generator function is still one to whoever is handed it. */
function like<F extends object>(original: F, guarded: F): F {
  Object.defineProperties(guarded, Object.getOwnPropertyDescriptors(original));
  return Object.setPrototypeOf(guarded, Object.getPrototypeOf(original));
}

function explain(name: string, key: string, isCalled: boolean, receiver: unknown): string {
  const described = describe(receiver);
  const found = described === `an object of ${name}` ? "what only stands for one" : described;
  if (!isCalled) {
    return `${key} belongs to a ${name}, and was read of ${found}: read it of one`;
  }
  const call = key.startsWith("[") ? `it${key}()` : `it.${key}()`;
  return `${key}() belongs to a ${name}, and was called on ${found}: to hand it over write () => ${call}`;
}
