import { copyText } from "./pane-clipboard.ts";
import type { PaneEditing } from "./pane-editing.ts";
import type { PaneFiles } from "./pane-files.ts";
import type { PaneParts } from "./pane-parts.ts";
import type { PaneView } from "./pane-view.ts";

/** Takes the code of a pane elsewhere, and brings it back. What that needs is loaded when it is first wanted. */
export class PaneSharing {
  readonly #pane: PaneParts;
  readonly #files: PaneFiles;
  readonly #editing: PaneEditing;
  readonly #view: PaneView;

  constructor(pane: PaneParts, files: PaneFiles, editing: PaneEditing, view: PaneView) {
    this.#pane = pane;
    this.#files = files;
    this.#editing = editing;
    this.#view = view;
  }

  async copy(): Promise<void> {
    // So that a second copy is said again.
    this.#pane.say("");
    const { version, labels } = this.#pane;
    const code = await this.#files.currentFile(version, await this.#editing.begun);
    await copyText(this.#pane, code, labels.copied, version);
  }

  /** The moment of the run that the reader has gone back to is a part of the link. */
  async share(): Promise<void> {
    const { sharePane } = await import("../sharing/share-pane.ts");
    await sharePane(this.#pane, this.#files, this.#editing, this.#view.shown?.momentBefore);
  }

  /** @param show Shows the version that is chosen. */
  async openShared(show: () => Promise<void>): Promise<void> {
    try {
      const { openShared } = await import("../sharing/share-pane.ts");
      const moment = await openShared(this.#pane, this.#files, this.#editing, show);
      if (moment !== undefined) {
        (await this.#view.show())?.goToMomentOfNextRun(moment);
      }
    } catch (error) {
      await this.refuseLink((error as Error).message);
    }
    this.#pane.element.scrollIntoView({ block: "start" });
  }

  /** @param why In English. */
  async refuseLink(why: string): Promise<void> {
    const { labels } = this.#pane;
    const { ownMessageFor } = await import("../own-message.ts");
    const ownMessage = await ownMessageFor(labels.language);
    this.#pane.complain(labels.badLink(ownMessage(why)));
  }

  async embed(): Promise<void> {
    const { embedPane } = await import("../sharing/embed-pane.ts");
    await embedPane(this.#pane);
  }

  async download(): Promise<void> {
    try {
      const { downloadPane } = await import("../sharing/download-pane.ts");
      await downloadPane(this.#pane, this.#files, this.#editing);
    } catch (error) {
      this.#pane.complain(this.#pane.labels.downloadFailed);
      console.error(error);
    }
  }
}
