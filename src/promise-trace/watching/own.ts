/**
 * The methods of the host as they were before the program began, which may replace them: whoever records a run must not be
 * seen by the program in what those are called for.
 */
export const {
  apply,
  construct,
  defineProperty,
  getOwnPropertyDescriptor: descriptorOf,
  getPrototypeOf: prototypeOf,
  setPrototypeOf,
} = Reflect;

const kinds = [Array, Map, WeakMap, WeakSet];
const prototypes = new Map(
  kinds.map(({ prototype }) => [
    prototype as object,
    Object.freeze(
      Object.create(null, Object.getOwnPropertyDescriptors<object>(prototype) as PropertyDescriptorMap),
    ) as object,
  ]),
);
const { get } = Map.prototype;

/** A list or collection of the recorder's own, new and empty: it has the methods of its kind, whatever becomes of those. */
export function own<Collection extends object>(collection: Collection): Collection {
  setPrototypeOf(collection, apply(get, prototypes, [prototypeOf(collection)]) as object);
  return collection;
}

const { slice } = String.prototype;

/** Shortens a text to so many UTF-16 units; an ellipsis stands for the rest. */
export function cut(text: string, length: number): string {
  return text.length > length ? `${apply(slice, text, [0, length - 1])}…` : text;
}

// Without a prototype, from which it would inherit what the program puts there.
const noName = Object.assign(Object.create(null), { value: "" }) as PropertyDescriptor;

/** Takes the name off a function that stands in the place of one of the host without: a bundler may have given it one. */
export function unnamed<Callback extends object>(callback: Callback): Callback {
  defineProperty(callback, "name", noName);
  return callback;
}
