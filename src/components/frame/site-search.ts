/** The search button and its dialog. What searches is loaded when the reader first wants it. */
class SiteSearch extends HTMLElement {
  #ready: Promise<void> | undefined;

  connectedCallback(): void {
    this.#button.addEventListener("click", () => void this.#open());
    for (const wish of ["pointerenter", "focus"]) {
      this.#button.addEventListener(wish, () => void this.#load(), { once: true });
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
    await this.#load();
    this.querySelector("input")?.focus();
  }

  async #load(): Promise<void> {
    this.#ready ??= import("./search-results.ts").then(({ showSearch }) =>
      showSearch(JSON.parse(this.dataset.translations ?? "{}")),
    );
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

  #find<Found extends HTMLElement>(selector: string): Found {
    const found = this.querySelector<Found>(selector);
    if (found === null) {
      throw new Error(`The search has no ${selector}. See src/components/frame/search.astro.`);
    }
    return found;
  }
}

customElements.define("site-search", SiteSearch);
