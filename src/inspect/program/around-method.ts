/**
 * Puts a method of ours around one of a class of the library, in the process that is watched: what nobody asks for, and
 * what would weigh on every program, the library does not tell of.
 *
 * @param around Is given the method that was there, and gives the one that takes its place.
 * @returns A function that puts back what was there.
 */
export function aroundMethod<Class extends object, Name extends keyof Class>(
  prototype: Class,
  name: Name,
  around: (original: Class[Name]) => Class[Name],
): () => void {
  const original = prototype[name];
  prototype[name] = around(original);
  return () => {
    prototype[name] = original;
  };
}
