import { fetchOk } from "../loading/fetch-ok.ts";
import { type Retryable, retryable } from "../loading/retryable.ts";
import { standBeside } from "../popover/stand-beside.ts";

const beside = { side: "below", gap: 0, margin: 8 } as const;

/** The definitions by the ids of their entries, fetched once a page, since the page itself holds none. */
let definitions: Retryable<Readonly<Record<string, string>>> | undefined;

/** A term that shows its definition while the pointer or the focus is on it. Without scripts it is a link to the glossary. */
class GlossaryTerm extends HTMLElement {
  #ending: AbortController | undefined;

  connectedCallback(): void {
    const link = this.querySelector("a");
    if (link === null) {
      return;
    }
    definitions ??= retryable(async () =>
      (await fetchOk(new URL("definitions.json", link.href), "the definitions of the glossary")).json(),
    );
    void this.#load(link);
    for (const type of ["mouseenter", "focusin"]) {
      this.addEventListener(type, () => this.#show());
    }
    this.addEventListener("mouseleave", () => this.contains(document.activeElement) || this.#hide());
    this.addEventListener("focusout", () => this.#hide());
  }

  /** Where the definition cannot be had the term is a link, as without scripts, until the reader comes back to it. */
  async #load(link: HTMLAnchorElement): Promise<void> {
    try {
      const known = await definitions?.load();
      this.#define(link, known?.[link.hash.slice(1)]);
    } catch (error) {
      console.warn(error);
    }
  }

  #define(link: HTMLAnchorElement, text: string | undefined): void {
    if (text === undefined || this.#definition !== null) {
      return;
    }
    const definition = document.createElement("span");
    definition.className = "term-definition";
    definition.id = `term-${link.hash.slice(1)}`;
    definition.role = "tooltip";
    definition.popover = "manual";
    definition.textContent = text;
    this.append(definition);
    link.setAttribute("aria-describedby", definition.id);
    if (this.#ending !== undefined) {
      this.#open(definition);
    }
  }

  disconnectedCallback(): void {
    this.#hide();
  }

  get #definition(): HTMLElement | null {
    return this.querySelector("[popover]");
  }

  #show(): void {
    if (this.#ending !== undefined) {
      return;
    }
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    const close = (event: KeyboardEvent) => event.key === "Escape" && this.#hide();
    document.addEventListener("keydown", close, { signal });
    addEventListener("scroll", () => this.#stand(), { signal, capture: true, passive: true });
    const link = this.querySelector("a");
    if (this.#definition !== null) {
      this.#open(this.#definition);
    } else if (link !== null) {
      void this.#load(link);
    }
  }

  #open(definition: HTMLElement): void {
    definition.showPopover();
    this.#stand();
  }

  #hide(): void {
    this.#ending?.abort();
    this.#ending = undefined;
    if (this.#definition?.matches(":popover-open")) {
      this.#definition.hidePopover();
    }
  }

  /** A word that is broken across lines counts as its last line. */
  #stand(): void {
    const word = [...(this.firstElementChild?.getClientRects() ?? [])].at(-1);
    const definition = this.#definition;
    if (word !== undefined && definition !== null) {
      standBeside(definition, word, beside);
    }
  }
}

customElements.define("glossary-term", GlossaryTerm);
