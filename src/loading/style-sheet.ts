import { type Retryable, retryable } from "./retryable.ts";

/**
 * A style sheet of the site that no page needs before the reader wants something. Astro would put the styles that a script
 * imports into each page, so it is named by its address, as an import with `?url` gives it.
 */
export function styleSheet(address: string): Retryable<void> {
  return retryable(
    () =>
      new Promise<void>((resolve, reject) => {
        const link = document.createElement("link");
        link.rel = "stylesheet";
        link.href = address;
        link.addEventListener("load", () => resolve());
        link.addEventListener("error", () => {
          link.remove();
          reject(new Error(`The style sheet ${address} could not be loaded.`));
        });
        document.head.append(link);
      }),
  );
}
