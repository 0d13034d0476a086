/**
 * Runs on every page that has the site's header: has a service worker keep the whole site, once the page itself has loaded
 * and the browser is idle, and lets a newer version take over where that is safe. See service-worker.ts.
 */
import { basePath } from "../site.ts";

const root = new URL(basePath(), location.href);

/** What a page says to the service worker of the version that it is of. */
export type VersionMessage =
  | { readonly type: "adopt"; readonly assets: readonly string[] }
  | { readonly type: "take over" };

/** What a page says to the service worker. */
export type PageMessage = VersionMessage | PythonMessage;

/** Of CPython's files: how it stands with them, or what the reader wants. */
export interface PythonMessage {
  readonly type: "python";
  readonly wish: "ask" | "keep" | "drop";
}

if (import.meta.env.PROD && "serviceWorker" in navigator && self === top) {
  whenIdle(async () => {
    await takeOver();
    await keepSite();
  });
}

/**
 * A newer version that waits for the pages of the old one to close may begin if this page is the only one. Asked when all
 * has loaded: a browser is slow to replace a worker that is at work.
 */
async function takeOver(): Promise<void> {
  const { serviceWorker } = navigator;
  const waiting = serviceWorker.controller && (await serviceWorker.getRegistration(root))?.waiting;
  if (waiting && !isInUse()) {
    // The page itself is of the old version, too, and has to load again; meanwhile the reader may have begun.
    serviceWorker.addEventListener("controllerchange", () => isInUse() || location.reload(), { once: true });
    waiting.postMessage({ type: "take over" } satisfies PageMessage);
  }
}

/** Whether the reader edits or has run something, which would be lost if the page were loaded again. */
function isInUse(): boolean {
  return document.querySelector("live-pane:is([data-editor], [data-ran])") !== null;
}

async function keepSite(): Promise<void> {
  if (wantsToSaveData()) {
    return;
  }
  const { serviceWorker } = navigator;
  try {
    await serviceWorker.register(new URL("service-worker.js", root), { scope: root.pathname });
  } catch (error) {
    // A browser may refuse, as in private windows. The site works all the same, with the network.
    console.info("The site is not kept for offline reading:", error);
    return;
  }
  const { active } = await serviceWorker.ready;
  if (serviceWorker.controller === null) {
    active?.postMessage({ type: "adopt", assets: assets() } satisfies PageMessage);
  }
}

function wantsToSaveData(): boolean {
  return (
    (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true
  );
}

/** The addresses of the scripts and styles that this page was made of. */
function assets(): string[] {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>("script[src]")].map(({ src }) => src);
  const styles = [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")];
  return [...scripts, ...styles.map(({ href }) => href)];
}

function whenIdle(work: () => unknown): void {
  const wait = () => (globalThis.requestIdleCallback ?? setTimeout)(work);
  if (document.readyState === "complete") {
    wait();
  } else {
    addEventListener("load", wait, { once: true });
  }
}
