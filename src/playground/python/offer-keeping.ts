import { type Language, languageOf } from "../../site.ts";
import type { PaneParts } from "../pane/pane-parts.ts";

/** Where the reader can have CPython kept, below the site's address, and what leads there. */
const offers: Readonly<Record<Language, { readonly address: string; readonly text: string }>> = {
  en: { address: "progress/#keep-python", text: "Keep Python offline" },
  "zh-cn": { address: "zh-cn/progress/#keep-python", text: "离线保存 Python" },
};

/** Leads a reader who would have to fetch CPython to where it can be kept, until it has been fetched. */
export function offerKeeping(pane: PaneParts): void {
  const { report } = pane.records.of(pane.version);
  // An embedded pane is in a page of somebody else's, and a copy of the site on a disk has all there is.
  const isElsewhere = pane.isEmbedded || location.protocol === "file:" || !("serviceWorker" in navigator);
  if (isElsewhere || report.querySelector("a") !== null) {
    return;
  }
  const { address, text } = offers[languageOf(pane.language)];
  const link = document.createElement("a");
  link.href = pane.address(address);
  link.textContent = text;
  link.style.color = "inherit";
  report.append(" ", link);
  new MutationObserver((_, observer) => {
    if (!/^(idle|running)$/.test(pane.element.dataset.state ?? "idle")) {
      link.remove();
      observer.disconnect();
    }
  }).observe(pane.element, { attributeFilter: ["data-state"] });
}
