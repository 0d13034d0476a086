import type { PaneParts } from "./pane-parts.ts";

/**
 * Puts a text onto the clipboard, and says so; or gives it to the reader to copy.
 *
 * @param version Of which the pane says so: the one whose text it is.
 */
export async function copyText(
  pane: PaneParts,
  text: string,
  said: string,
  version = pane.version,
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    pane.say(said, version);
  } catch {
    const { copyByHand } = await import("../sharing/copy-by-hand.ts");
    copyByHand(pane, text, said, version);
  }
}
