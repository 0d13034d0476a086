import type { PaneParts } from "./pane-parts.ts";

/** Puts a text into the clipboard, and says whether that worked. */
export async function copyText(pane: PaneParts, text: string, said: string): Promise<void> {
  const { version } = pane;
  try {
    await navigator.clipboard.writeText(text);
    pane.say(said, version);
  } catch {
    pane.complain(pane.labels.copyFailed, version);
  }
}
