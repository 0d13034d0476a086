import { type PaneParts, toggle } from "./pane-parts.ts";

/** Shows or hides the sources of the library below the code. */
export async function toggleLibrary(pane: PaneParts, button: HTMLButtonElement): Promise<void> {
  const container = pane.part("library");
  if (!toggle(button)) {
    container.replaceChildren();
    return;
  }
  try {
    const { openLibrary } = await import("./library-viewer.ts");
    await openLibrary(container, pane.address("asyncio-ts-sources.json"), pane.labels.library);
    if (button.ariaPressed !== "true") {
      // Closed again while it was loaded.
      container.replaceChildren();
    }
  } catch (error) {
    toggle(button);
    pane.complain(pane.labels.libraryFailed);
    console.error(error);
  }
}
