import { findNearest } from "../../site-pages/find-nearest.ts";
import type { KnownPage } from "../../site-pages/known-pages.ts";

/** Says in the language of the address that there is no page, and suggests those nearest to it. */
class NotFoundPage extends HTMLElement {
  connectedCallback(): void {
    const base = this.dataset.base ?? "/";
    const asked = location.pathname.startsWith(base)
      ? location.pathname.slice(base.length)
      : location.pathname;
    const blocks = [...this.querySelectorAll<HTMLElement>("[data-language]")];
    const language = /^zh(-|\/|$)/i.test(asked) ? "zh-cn" : "en";
    const block = blocks.find((part) => part.dataset.language === language) ?? blocks[0];
    if (block === undefined) {
      return;
    }
    for (const other of blocks) {
      other.hidden = other !== block;
    }
    this.#entitle(block);
    const pages: KnownPage[] = JSON.parse(this.querySelector("script")?.textContent ?? "[]");
    const links = findNearest(asked, pages).map(({ address, title }) => {
      const link = document.createElement("a");
      link.href = base + address;
      link.textContent = title;
      const item = document.createElement("li");
      item.append(link);
      return item;
    });
    const nearest = block.querySelector<HTMLElement>('[data-part="nearest"]');
    nearest?.querySelector("ul")?.replaceChildren(...links);
    nearest?.toggleAttribute("hidden", links.length === 0);
  }

  #entitle({ lang, dataset: { title = "" } }: HTMLElement): void {
    const heading = document.querySelector("h1");
    if (heading !== null && heading.textContent !== title) {
      heading.textContent = title;
      heading.lang = lang;
      document.title = title;
    }
  }
}

customElements.define("not-found-page", NotFoundPage);
