import { retryable } from "../../loading/retryable.ts";
import { fetchListing, fillFromListing } from "./load-listing.ts";
import type { PaneParts } from "./pane-parts.ts";

/** What says how a file reads now, if it has been edited. */
interface EditedCode {
  code(name: string): string | undefined;
}

/** The files of an example. Some are held in the page; the others stand on the listing until somebody wants them. */
export class PaneFiles {
  readonly #pane: PaneParts;
  readonly #listing = retryable(() => fetchListing(this.#link?.href ?? ""));

  constructor(pane: PaneParts) {
    this.#pane = pane;
  }

  /** The names of the files that can be edited and run. */
  get editable(): string[] {
    return [
      ...this.#pane.element.querySelectorAll<HTMLElement>("[data-file$='.ts'], [data-file$='.py']"),
    ].map((file) => file.dataset.file ?? "");
  }

  holds(name: string): boolean {
    return this.#pane.element.querySelector(`[data-file="${name}"] > pre`) !== null;
  }

  /** The code as the page shows it. */
  original(name: string): string {
    return this.#pane.find(`[data-file="${name}"] code`).textContent;
  }

  /** All of that which the page holds. */
  get originals(): Record<string, string> {
    const held = this.editable.filter((name) => this.holds(name));
    return Object.fromEntries(held.map((name) => [name, this.original(name)]));
  }

  /** The code as it is now, fetched if the page does not hold it. */
  async current(name: string, edited: EditedCode | undefined): Promise<string> {
    const code = edited?.code(name);
    if (code === undefined && !this.holds(name)) {
      await this.load();
    }
    return code ?? this.original(name);
  }

  /** The same as the text of a file, which ends with a line break. */
  async currentFile(name: string, edited: EditedCode | undefined): Promise<string> {
    const code = await this.current(name, edited);
    return code.endsWith("\n") ? code : `${code}\n`;
  }

  /** All that a program needs: files of its language. One that imports none of the others runs without waiting for them. */
  async toRun(version: string, edited: EditedCode | undefined): Promise<Record<string, string>> {
    if (edited === undefined && (!this.holds(version) || this.original(version).includes("./"))) {
      await this.load();
    }
    const ending = version.slice(version.lastIndexOf("."));
    const names = this.editable.filter(
      (name) => name.endsWith(ending) && (edited !== undefined || this.holds(name)),
    );
    return Object.fromEntries(names.map((name) => [name, edited?.code(name) ?? this.original(name)]));
  }

  /** Replaces the links to the listing by what they lead to. */
  async load(): Promise<void> {
    if (this.#link !== null) {
      fillFromListing(this.#pane.element, await this.#listing.load());
    }
  }

  /** Leads to the listing, while something of it is not in the page. */
  get #link(): HTMLAnchorElement | null {
    return this.#pane.element.querySelector(".pane-file > a, .loop-sheet > a");
  }
}
