import { fetchOk } from "../../loading/fetch-ok.ts";

/**
 * A page holds one version of each example; the others, and the picture of a recorded run, stand on a listing of their
 * own, to which the page links. Fetches that listing.
 */
export async function fetchListing(address: string): Promise<Document> {
  const response = await fetchOk(address, "the listing of the example");
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/** Puts what a listing has in the place of the links that lead to it. */
export function fillFromListing(pane: HTMLElement, listing: Document): void {
  for (const link of pane.querySelectorAll(".pane-file > a")) {
    const name = link.closest<HTMLElement>(".pane-file")?.dataset.file ?? "";
    const code = listing.getElementById(name)?.querySelector("pre");
    if (code == null) {
      throw new Error(
        `The listing of ${pane.dataset.example} has no ${name}. See src/integrations/listings/listing.astro.`,
      );
    }
    link.replaceWith(code);
  }
  // A run of the reader's may have put its own picture there by now. After a Reset it is wanted again.
  const picture = listing.querySelector("#recorded svg");
  if (picture !== null) {
    pane.querySelector(".loop-sheet > a")?.replaceWith(picture.cloneNode(true));
  }
}
