/**
 * A page holds one version of each example; the others stand on a listing of their own, to which the page links.
 * Fetches that listing and puts its code in the place of the links.
 */
export async function fillFiles(pane: HTMLElement, address: string): Promise<void> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address} answered ${response.status}; expected the listing of the example.`);
  }
  const listing = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const link of pane.querySelectorAll(".pane-file > a")) {
    const name = link.closest<HTMLElement>(".pane-file")?.dataset.file ?? "";
    const code = listing.getElementById(name)?.querySelector("pre");
    if (code == null) {
      throw new Error(`${address} has no ${name}. See src/integrations/listings/listing.astro.`);
    }
    link.replaceWith(code);
  }
}
