import type { BrowserContext, Page } from "@playwright/test";

/** From the next page on the browser keeps nothing, and refuses whoever asks. */
export async function denyStorage(where: BrowserContext | Page): Promise<void> {
  await where.addInitScript(() =>
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    }),
  );
}
