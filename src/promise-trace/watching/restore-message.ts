import { isObject, isProxy } from "./look.ts";
import { apply, defineProperty, descriptorOf } from "./own.ts";

const { replaceAll } = String.prototype;

/** How an engine names a value that has no name in the source, as what was waited for. */
const unnamed = "(intermediate value)";

/**
 * Puts the message of an engine back to what it would have been: an engine names what it refuses by its source text, in
 * which an instrumented module has names of its own.
 *
 * @param watcher The global that the module tells.
 */
export function restoreMessage(thrown: unknown, watcher: string): void {
  const message = isObject(thrown) && !isProxy(thrown) ? descriptorOf(thrown, "message")?.value : undefined;
  if (typeof message !== "string") {
    return;
  }
  const aroundAwait = `${watcher}.resumed`;
  let restored = replaced(message, `${aroundAwait} is not a function or its return value`, unnamed);
  restored = replaced(restored, `${aroundAwait}(...)`, unnamed);
  restored = replaced(restored, aroundAwait, unnamed);
  restored = replaced(restored, `${watcher}unnamed`, unnamed);
  // The arguments of the call by which a generator hands over.
  restored = replaced(restored, `yield* ${unnamed}${unnamed}${unnamed}`, `yield* ${unnamed}`);
  restored = replaced(restored, `${watcher}this`, "this");
  if (restored !== message) {
    defineProperty(thrown as object, "message", { value: restored });
  }
}

function replaced(message: string, text: string, by: string): string {
  return apply(replaceAll, message, [text, by]) as string;
}
