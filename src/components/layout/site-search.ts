import { retryable } from "../../loading/retryable.ts";
import { layoutLabels } from "./layout-labels.ts";

/** The search button and its dialog. What searches is loaded when the reader first wants it. */
class SiteSearch extends HTMLElement {
  readonly #results = retryable(async () => {
    const { showSearch } = await import("./search-results.ts");
    this.#container.replaceChildren();
    await showSearch(this.#container, JSON.parse(this.dataset.translations ?? "{}"));
  });

  connectedCallback(): void {
    this.#button.addEventListener("click", () => void this.#open());
    for (const event of ["pointerenter", "focus"]) {
      // If that fails, the search itself tries again and says so.
      this.#button.addEventListener(event, () => this.#results.load().catch(() => {}), { once: true });
    }
    this.#dialog.addEventListener("click", ({ target }) => {
      const isOutside = target === this.#dialog;
      if (isOutside || (target as Element).closest("a, .search-close")) {
        this.#dialog.close();
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "k" && (event.metaKey || event.ctrlKey)) {
        event.preventDefault();
        void (this.#dialog.open ? this.#dialog.close() : this.#open());
      }
    });
    if (/Mac|iPhone|iPad/.test(navigator.platform)) {
      this.#find("kbd").textContent = "⌘ K";
    }
  }

  async #open(): Promise<void> {
    this.#dialog.showModal();
    try {
      await this.#results.load();
      this.querySelector("input")?.focus();
    } catch (error) {
      this.#say(layoutLabels(document.documentElement.lang).searchFailed);
      console.error(error);
    }
  }

  #say(text: string): void {
    const said = document.createElement("p");
    said.role = "alert";
    said.textContent = text;
    this.#container.replaceChildren(said);
  }

  get #button(): HTMLButtonElement {
    return this.#find("button");
  }

  get #dialog(): HTMLDialogElement {
    return this.#find("dialog");
  }

  /** Where the search itself is put. */
  get #container(): HTMLElement {
    return this.#find("#starlight__search");
  }

  #find<Found extends HTMLElement>(selector: string): Found {
    const found = this.querySelector<Found>(selector);
    if (found === null) {
      throw new Error(`The search has no ${selector}. See src/components/layout/search.astro.`);
    }
    return found;
  }
}

customElements.define("site-search", SiteSearch);
