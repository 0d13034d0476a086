import { fetchOk } from "../../loading/fetch-ok.ts";

/**
 * A page holds one version of each example; the others, and the picture of a recorded run, stand on a listing of their
 * own, to which the page links. Fetches that listing and puts what it has in the place of the links.
 */
export async function loadListing(pane: HTMLElement, address: string): Promise<void> {
  const response = await fetchOk(address, "the listing of the example");
  const listing = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const link of pane.querySelectorAll(".pane-file > a")) {
    const name = link.closest<HTMLElement>(".pane-file")?.dataset.file ?? "";
    const code = listing.getElementById(name)?.querySelector("pre");
    if (code == null) {
      throw new Error(`${address} has no ${name}. See src/integrations/listings/listing.astro.`);
    }
    link.replaceWith(code);
  }
  // A run of the reader's may have put its own picture there by now.
  const picture = listing.querySelector("#recorded svg");
  if (picture !== null) {
    pane.querySelector(".loop-sheet > a")?.replaceWith(picture);
  }
}
