import { languageOf } from "../site.ts";

const keptBack = {
  en: "The picture gives the answer away: it comes after the puzzle, or after a run.",
  "zh-cn": "图会透露答案：先排好顺序，或者先运行，再来看。",
};

/**
 * Asks for the order of an example's output before it can be seen. Nothing is loaded before the reader opens the question.
 * Without scripts, opening it shows the output; so it does when the puzzle cannot be loaded.
 */
class OrderPuzzle extends HTMLElement {
  connectedCallback(): void {
    this.dataset.asks = "";
    this.querySelector("details")?.addEventListener("toggle", () => void this.#ask(), { once: true });
    // The buttons of a pane come with its script.
    void customElements.whenDefined("live-pane").then(() => this.#keepBackPicture());
  }

  /** For as long as the pane has the picture of its run out of sight, the button for it says why. */
  #keepBackPicture(): void {
    const pane = this.closest(".pane");
    const button = pane?.querySelector<HTMLButtonElement>('[data-action="loop"]');
    if (!pane || !button) {
      return;
    }
    const { title } = button;
    const look = (): void => {
      const isKept = !pane.matches("[data-ran]") && this.matches("[data-asks], :has(details:not([open]))");
      button.ariaDisabled = String(isKept);
      button.title = isKept ? keptBack[languageOf(document.documentElement.lang)] : title;
    };
    look();
    new MutationObserver(look).observe(pane, {
      attributeFilter: ["data-ran", "data-asks", "open"],
      subtree: true,
    });
  }

  async #ask(): Promise<void> {
    try {
      const { openPuzzle } = await import("./open-puzzle.ts");
      await openPuzzle(this);
    } catch (error) {
      console.warn(error);
      delete this.dataset.asks;
    }
  }
}

customElements.define("order-puzzle", OrderPuzzle);
