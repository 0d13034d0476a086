import { type Labels, labelsFor } from "../labels.ts";
import { PaneRecords } from "./pane-records.ts";

/** How much of an address is looked at for the pane that it names, in UTF-16 units: each pane of the page does so. */
const mostOfHash = 1_000;

/** The pane that the page's address has code for. */
function addressed(): string | null {
  return new URLSearchParams(location.hash.slice(1, mostOfHash)).get("pane");
}

/** The parts of a pane in its page, as `example.astro` and `pane-controls.ts` write them. */
export class PaneParts {
  readonly element: HTMLElement;
  #records: PaneRecords | undefined;

  constructor(element: HTMLElement) {
    this.element = element;
  }

  get records(): PaneRecords {
    this.#records ??= new PaneRecords(this);
    return this.#records;
  }

  /** The example's folder below `examples/`. */
  get example(): string {
    return this.element.dataset.example ?? "";
  }

  /** The name of the file that is shown. */
  get version(): string {
    return this.element.querySelector<HTMLInputElement>("input[type=radio]:checked")?.value ?? "main.ts";
  }

  /** Whether it is in Python. */
  get isPython(): boolean {
    return this.version.endsWith(".py");
  }

  /** Whether a file comes first: of an exercise, that is the reader's, and not the solution or the Python original. */
  isFirst(name: string | undefined): boolean {
    return this.find<HTMLInputElement>("input[type=radio]").value === name;
  }

  get language(): string | undefined {
    return this.element.closest<HTMLElement>("[lang]")?.lang;
  }

  get labels(): Labels {
    return labelsFor(this.language);
  }

  /** Whether the page's address has code for this pane. */
  get isAddressed(): boolean {
    return addressed() === this.element.dataset.example;
  }

  /** What the page's address has code for, as far as it fits a line, if no pane of the page is called so: the first one says it. */
  get lost(): string | undefined {
    const wanted = addressed();
    if (wanted === null || document.querySelector("live-pane") !== this.element) {
      return undefined;
    }
    const found = document.querySelector(`live-pane[data-example="${CSS.escape(wanted)}"]`);
    return found === null ? wanted.slice(0, 60) : undefined;
  }

  /** Whether its TypeScript runs in Node alone. */
  get needsNode(): boolean {
    return this.element.dataset.runtime === "node";
  }

  /** Whether it stands alone, in a page that other sites show in theirs. */
  get isEmbedded(): boolean {
    return this.element.hasAttribute("data-embedded");
  }

  /** The address of the pane in its lesson, where its title leads. */
  get lesson(): string {
    const { origin, pathname, hash } = this.find<HTMLAnchorElement>(".pane-title a");
    return origin + pathname + hash;
  }

  /** The address of a file of this site. */
  address(file: string): string {
    return new URL((this.element.dataset.base ?? "/") + file, location.href).href;
  }

  /** The message of the version that is shown. */
  get message(): string {
    return this.part("message").textContent;
  }

  /** Says something beside how the run stands; it stays with the version until that runs. */
  say(text: string, version = this.version): void {
    this.records.say(version, "message", text);
  }

  /** Says that something has gone wrong. */
  complain(text: string, version = this.version): void {
    this.records.say(version, "message", text, true);
  }

  part(name: string): HTMLElement {
    return this.find(`[data-part="${name}"]`);
  }

  button(action: string): HTMLButtonElement {
    return this.find<HTMLButtonElement>(`button[data-action="${action}"]`);
  }

  find<Found extends HTMLElement>(selector: string): Found {
    const found = this.element.querySelector<Found>(selector);
    if (found === null) {
      throw new Error(`The pane ${this.example} has no ${selector}. See src/components/example.astro.`);
    }
    return found;
  }
}

/** Switches a button on or off, and says which it is now. */
export function toggle(button: HTMLButtonElement): boolean {
  const on = button.ariaPressed !== "true";
  button.ariaPressed = String(on);
  return on;
}
