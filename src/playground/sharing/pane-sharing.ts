import type { PaneEditing } from "../pane/pane-editing.ts";
import type { PaneFiles } from "../pane/pane-files.ts";
import type { PaneParts } from "../pane/pane-parts.ts";

/** Takes what is in a pane somewhere else: to the clipboard, into a link, into a project on the reader's disk. */
export class PaneSharing {
  readonly #pane: PaneParts;
  readonly #files: PaneFiles;
  readonly #editing: PaneEditing;

  constructor(pane: PaneParts, files: PaneFiles, editing: PaneEditing) {
    this.#pane = pane;
    this.#files = files;
    this.#editing = editing;
  }

  async copyCode(): Promise<void> {
    // So that a second copy is said again.
    this.#pane.say("");
    await this.#copy(withLineEnd(await this.#currentCode(this.#pane.version)), this.#pane.labels.copied);
  }

  copyOutput(): Promise<void> {
    return this.#copy(this.#pane.part("log").textContent, this.#pane.labels.copied);
  }

  /** Puts the code as it is now into the page's address, and that into the clipboard. */
  async share(): Promise<void> {
    const { example, version, labels } = this.#pane;
    const [{ addressOf }] = await Promise.all([import("./shared-code.ts"), this.#files.load()]);
    const files: Record<string, string> = {};
    for (const name of this.#files.editable) {
      const code = await this.#currentCode(name);
      if (code !== this.#files.original(name) || name === version) {
        files[name] = code;
      }
    }
    const address = addressOf({ example, version, files }, location.href);
    if (address === undefined) {
      this.#pane.say(labels.shareTooLong);
      return;
    }
    history.replaceState(null, "", address);
    await this.#copy(address, labels.shared);
  }

  /** Whether the page's address has code for this pane. */
  get isAddressed(): boolean {
    return new URLSearchParams(location.hash.slice(1)).get("pane") === this.#pane.element.dataset.example;
  }

  /** Puts the code that came in the address into the editor, and does not run it. */
  async openShared(show: () => Promise<void>): Promise<void> {
    const { labels } = this.#pane;
    try {
      const { readShared } = await import("./shared-code.ts");
      const { version, files } = readShared(location.hash, this.#files.editable);
      const editor = await this.#editing.open();
      this.#pane.find<HTMLInputElement>(`input[value="${version}"]`).checked = true;
      await show();
      editor?.replace(files);
      this.#pane.say(labels.fromLink);
    } catch (error) {
      this.#pane.say(labels.badLink((error as Error).message));
    }
    this.#pane.element.scrollIntoView({ block: "start" });
  }

  /** Saves a project that runs with one command. */
  async download(): Promise<void> {
    const { example, version, labels } = this.#pane;
    try {
      const { packProject, save } = await import("./project-zip.ts");
      const files: Record<string, string> = {};
      for (const name of this.#files.editable) {
        files[name] = withLineEnd(await this.#currentCode(name));
      }
      const main = version.endsWith(".ts") ? version : "main.ts";
      const library = this.#pane.address("asyncio-ts.tgz");
      save(await packProject({ example, main, files, library }), `${example.replaceAll("/", "-")}.zip`);
    } catch (error) {
      this.#pane.say(labels.downloadFailed);
      console.error(error);
    }
  }

  async #currentCode(name: string): Promise<string> {
    return this.#files.current(name, await this.#editing.begun);
  }

  async #copy(text: string, said: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#pane.say(said);
    } catch {
      this.#pane.say(this.#pane.labels.copyFailed);
    }
  }
}

function withLineEnd(code: string): string {
  return code.endsWith("\n") ? code : `${code}\n`;
}
