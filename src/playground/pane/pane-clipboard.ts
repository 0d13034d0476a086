import type { PaneParts } from "./pane-parts.ts";

/** Puts a text onto the clipboard, and says so; or gives it to the reader to copy. */
export async function copyText(pane: PaneParts, text: string, said: string): Promise<void> {
  const { version } = pane;
  try {
    await navigator.clipboard.writeText(text);
    pane.say(said, version);
  } catch {
    const { copyByHand } = await import("../sharing/copy-by-hand.ts");
    copyByHand(pane, text, said);
  }
}
