import { describe } from "../errors/describe.ts";
import { isBytes } from "../errors/look-up.ts";

/** @throws TypeError when it is not a Uint8Array. */
export function checkBytes(data: unknown): asserts data is Uint8Array {
  if (!isBytes(data)) {
    throw new TypeError(
      `write() takes bytes, a Uint8Array, got ${describe(data)}: encode text with new TextEncoder().encode(text)`,
    );
  }
}
