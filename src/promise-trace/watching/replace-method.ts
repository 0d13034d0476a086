/** The functions of the host that were replaced, by what stands in their place. */
export type Originals = WeakMap<object, object>;

/** Puts a method in the place of another, which looks like it: of the same name and length, and as hard to see. */
export function replaceMethod<Key extends PropertyKey>(
  target: Readonly<Record<Key, unknown>>,
  key: Key,
  originals: Originals,
  replace: (original: (...values: unknown[]) => unknown) => (this: unknown, ...values: never[]) => unknown,
): void {
  const holder = holderOf(target, key);
  const descriptor = Object.getOwnPropertyDescriptor(holder, key);
  const original: unknown = descriptor?.value;
  if (descriptor === undefined || typeof original !== "function") {
    return;
  }
  const replacement = replace(original as (...values: unknown[]) => unknown);
  // Its name and length, and what a host puts there: in Node, what `promisify` makes of a timer.
  for (const name of Reflect.ownKeys(original)) {
    Object.defineProperty(
      replacement,
      name,
      Object.getOwnPropertyDescriptor(original, name) as PropertyDescriptor,
    );
  }
  originals.set(replacement, original);
  Object.defineProperty(holder, key, { ...descriptor, value: replacement });
}

/** The object that has the method: a worker's global inherits what it offers. */
function holderOf(target: object, key: PropertyKey): object {
  let holder: object | null = target;
  while (holder !== null && !Object.hasOwn(holder, key)) {
    holder = Object.getPrototypeOf(holder);
  }
  return holder ?? target;
}
