import { copyText } from "./pane-clipboard.ts";
import type { PaneEditing } from "./pane-editing.ts";
import type { PaneFiles } from "./pane-files.ts";
import type { PaneParts } from "./pane-parts.ts";

/** Takes the code of a pane elsewhere, and brings it back. What that needs is loaded when it is first wanted. */
export class PaneSharing {
  readonly #pane: PaneParts;
  readonly #files: PaneFiles;
  readonly #editing: PaneEditing;

  constructor(pane: PaneParts, files: PaneFiles, editing: PaneEditing) {
    this.#pane = pane;
    this.#files = files;
    this.#editing = editing;
  }

  async copy(): Promise<void> {
    // So that a second copy is said again.
    this.#pane.say("");
    const code = await this.#files.currentFile(this.#pane.version, await this.#editing.begun);
    await copyText(this.#pane, code, this.#pane.labels.copied);
  }

  async share(): Promise<void> {
    const { sharePane } = await import("../sharing/share-pane.ts");
    await sharePane(this.#pane, this.#files, this.#editing);
  }

  /** @param show Shows the version that is chosen. */
  async openShared(show: () => Promise<void>): Promise<void> {
    try {
      const { openShared } = await import("../sharing/share-pane.ts");
      await openShared(this.#pane, this.#files, this.#editing, show);
    } catch (error) {
      const { ownMessage } = await import("../own-message.ts");
      const message = ownMessage((error as Error).message, this.#pane.labels.language);
      this.#pane.say(this.#pane.labels.badLink(message));
    }
    this.#pane.element.scrollIntoView({ block: "start" });
  }

  async download(): Promise<void> {
    try {
      const { downloadPane } = await import("../sharing/download-pane.ts");
      await downloadPane(this.#pane, this.#files, this.#editing);
    } catch (error) {
      this.#pane.say(this.#pane.labels.downloadFailed);
      console.error(error);
    }
  }
}
