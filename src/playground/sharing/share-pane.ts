import { copyText } from "../pane/pane-clipboard.ts";
import type { PaneEditing } from "../pane/pane-editing.ts";
import type { PaneFiles } from "../pane/pane-files.ts";
import type { PaneParts } from "../pane/pane-parts.ts";
import { momentLabels } from "./moment-labels.ts";
import { addressOf, readShared } from "./shared-code.ts";

/**
 * Puts the code as it is now into the page's address, and that into the clipboard. What comes from an embedded pane opens in
 * its lesson.
 *
 * @param moment Where in its run the reader is: the number of an event.
 */
export async function sharePane(
  pane: PaneParts,
  files: PaneFiles,
  editing: PaneEditing,
  moment: number | undefined,
): Promise<void> {
  const { example, version, isEmbedded } = pane;
  await files.load();
  const edited: Record<string, string> = {};
  for (const name of files.editable) {
    const code = await files.current(name, await editing.begun);
    if (code !== files.original(name) || name === version) {
      edited[name] = code;
    }
  }
  const address = addressOf(
    { example, version, files: edited, moment },
    isEmbedded ? pane.lesson : location.href,
  );
  if (address === undefined) {
    pane.complain(pane.labels.shareTooLong, version);
    return;
  }
  if (!isEmbedded) {
    history.replaceState(null, "", address);
  }
  await copyText(
    pane,
    address,
    moment === undefined ? pane.labels.shared : momentLabels[pane.labels.language].shared,
    version,
  );
}

/**
 * Puts the code that came in the address into the editor, and does not run it. Answers the moment of its run that came with
 * it. Throws if there is something wrong with the address.
 *
 * @param show Shows the version that is chosen.
 */
export async function openShared(
  pane: PaneParts,
  files: PaneFiles,
  editing: PaneEditing,
  show: () => Promise<void>,
): Promise<number | undefined> {
  const shared = readShared(location.hash, files.editable);
  const editor = await editing.open();
  if (editor === undefined) {
    // The pane has said that it could not be loaded.
    return undefined;
  }
  pane.find<HTMLInputElement>(`input[value="${shared.version}"]`).checked = true;
  await show();
  editor.replace(shared.files);
  pane.say(shared.moment === undefined ? pane.labels.fromLink : momentLabels[pane.labels.language].fromLink);
  return shared.moment;
}
