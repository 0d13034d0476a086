// @ts-expect-error: the package has no types.
import { PagefindUI } from "@pagefind/default-ui";
import address from "@pagefind/default-ui/css/ui.css?url";
import { basePath } from "../../site.ts";

/** Puts Pagefind's own interface into the dialog, with its style. */
export function showSearch(translations: Readonly<Record<string, string>>): void {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = address;
  document.head.append(style);
  const base = basePath();
  new PagefindUI({
    element: "#starlight__search",
    baseUrl: base,
    bundlePath: `${base}pagefind/`,
    showImages: false,
    showSubResults: true,
    translations,
  });
}
