/**
 * Asks for the order of an example's output before it can be seen. Nothing is loaded before the reader opens the question.
 * Without scripts, opening it shows the output; so it does when the puzzle cannot be loaded.
 */
class OrderPuzzle extends HTMLElement {
  connectedCallback(): void {
    this.dataset.asks = "";
    this.querySelector("details")?.addEventListener("toggle", () => void this.#ask(), { once: true });
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
