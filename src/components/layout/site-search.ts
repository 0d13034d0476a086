import { layoutLabels } from "./layout-labels.ts";

/** The search button and its dialog. What searches is loaded when the reader first wants it. */
class SiteSearch extends HTMLElement {
  #ready: Promise<void> | undefined;

  connectedCallback(): void {
    this.#button.addEventListener("click", () => void this.#open());
    for (const wish of ["pointerenter", "focus"]) {
      // If that fails, the reader's wish to search tries again and says so.
      this.#button.addEventListener(wish, () => this.#load().catch(() => {}), { once: true });
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
      await this.#load();
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
    this.#place.replaceChildren(said);
  }

  async #load(): Promise<void> {
    this.#ready ??= import("./search-results.ts").then(({ showSearch }) => {
      this.#place.replaceChildren();
      showSearch(JSON.parse(this.dataset.translations ?? "{}"));
    });
    try {
      await this.#ready;
    } catch (error) {
      // The next wish tries again.
      this.#ready = undefined;
      throw error;
    }
  }

  get #button(): HTMLButtonElement {
    return this.#find("button");
  }

  get #dialog(): HTMLDialogElement {
    return this.#find("dialog");
  }

  /** Where the search itself is put. */
  get #place(): HTMLElement {
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
