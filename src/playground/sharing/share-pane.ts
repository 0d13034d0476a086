import { copyText } from "../pane/pane-clipboard.ts";
import type { PaneEditing } from "../pane/pane-editing.ts";
import type { PaneFiles } from "../pane/pane-files.ts";
import type { PaneParts } from "../pane/pane-parts.ts";
import { addressOf, readShared } from "./shared-code.ts";

/** Puts the code as it is now into the page's address, and that into the clipboard. */
export async function sharePane(pane: PaneParts, files: PaneFiles, editing: PaneEditing): Promise<void> {
  await files.load();
  const { example, version } = pane;
  const edited: Record<string, string> = {};
  for (const name of files.editable) {
    const code = await files.current(name, await editing.begun);
    if (code !== files.original(name) || name === version) {
      edited[name] = code;
    }
  }
  const address = addressOf({ example, version, files: edited }, location.href);
  if (address === undefined) {
    pane.say(pane.labels.shareTooLong);
    return;
  }
  history.replaceState(null, "", address);
  await copyText(pane, address, pane.labels.shared);
}

/**
 * Puts the code that came in the address into the editor, and does not run it. Throws if there is something wrong with it.
 *
 * @param show Shows the version that is chosen.
 */
export async function openShared(
  pane: PaneParts,
  files: PaneFiles,
  editing: PaneEditing,
  show: () => Promise<void>,
): Promise<void> {
  const shared = readShared(location.hash, files.editable);
  const editor = await editing.open();
  if (editor === undefined) {
    // The pane has said that it could not be loaded.
    return;
  }
  pane.find<HTMLInputElement>(`input[value="${shared.version}"]`).checked = true;
  await show();
  editor.replace(shared.files);
  pane.say(pane.labels.fromLink);
}
