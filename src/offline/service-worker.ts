/// <reference lib="webworker" />
/**
 * Keeps the whole site in the browser, so that after one visit everything works without a network: pages, panes, search.
 *
 * How versions are kept apart:
 * - The list of files is part of this script: each file with the hash of its content. What is stored is found by address
 *   and hash, and what arrives is checked against the hash. So this worker holds the files of its own version or, when the
 *   site changes while it fetches them, does not install at all.
 * - A newer worker fetches what has changed and then waits until no page of the old version is left. Pages are served by
 *   the worker they began with, so a page of the old version gets files of the old version only.
 * - A page that finds a newer worker waiting when it has loaded, and is the only one open, lets it begin and loads again.
 * - CPython, which is as heavy as all else, is kept for those who ask for it. See kept-python.ts.
 */
import { PrecacheController } from "workbox-precaching/PrecacheController.js";
import { PrecacheRoute } from "workbox-precaching/PrecacheRoute.js";
import { Router } from "workbox-routing/Router.js";
import { makeUrlsAbsolute } from "./absolute-urls.ts";
import { KeptPython } from "./kept-python.ts";
import type { PythonState } from "./python-state.ts";
import type { PageMessage, VersionMessage } from "./register.ts";
import type { SiteFile, SizedFile } from "./site-file.ts";

/** Put in by the build: every file of this version that is kept for everybody, and the hash that its content has. */
declare const siteFiles: readonly SiteFile[];
/** Likewise: those of CPython. */
declare const pythonFiles: readonly SizedFile[];

const worker = self as unknown as ServiceWorkerGlobalScope;
const controller = new PrecacheController();
const router = new Router();
const python = new KeptPython(pythonFiles, worker.registration.scope, tellPages);

controller.addToCacheList([...siteFiles]);
router.registerRoute(
  new PrecacheRoute(controller, {
    cleanURLs: false,
    // No file depends on what follows a question mark: Pagefind adds the time there, and other sites what they please.
    ignoreURLParametersMatching: [/./],
  }),
);

worker.addEventListener("install", (event) => {
  if (wantsToSaveData()) {
    event.waitUntil(Promise.reject(new Error("The reader asked to save data: the site is not kept.")));
  } else {
    event.waitUntil(controller.install(event).then(() => python.refresh()));
  }
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([controller.activate(event), python.tidy()]));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const kept = router.handleRequest({ request, event }) ?? python.answer(request);
  if (kept !== undefined) {
    event.respondWith(kept);
  } else if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => leadToFolder(request.url) ?? notFound()));
  }
});

worker.addEventListener("message", (event) => {
  event.waitUntil(handleMessage(event.data));
});

async function handleMessage(message: PageMessage): Promise<void> {
  if (message.type === "python") {
    await { ask: () => python.tell(), keep: () => python.keep(), drop: () => python.drop() }[message.wish]();
  } else {
    await changeHands(message);
  }
}

/** Only where no other page is open, which would get files of another version than its own. */
async function changeHands(message: VersionMessage): Promise<void> {
  const pages = (await worker.clients.matchAll({ type: "window", includeUncontrolled: true })).filter(
    ({ frameType }) => frameType !== "nested",
  );
  if (pages.length !== 1) {
    return;
  }
  if (message.type === "take over") {
    await worker.skipWaiting();
  } else if (message.type === "adopt" && message.assets.every((url) => controller.getCacheKeyForURL(url))) {
    // The page came from the network before this worker was there. It is of the same version, so it can be served, too.
    await worker.clients.claim();
  }
}

async function tellPages(state: PythonState): Promise<void> {
  for (const page of await worker.clients.matchAll({ type: "window", includeUncontrolled: true })) {
    page.postMessage(state);
  }
}

function wantsToSaveData(): boolean {
  return (
    (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true
  );
}

/** What a server would answer to the address of a folder without its slash. */
function leadToFolder(address: string): Response | undefined {
  const folder = new URL(address);
  folder.pathname += "/";
  const isThere = controller.getCacheKeyForURL(new URL("index.html", folder).href) !== undefined;
  return isThere ? Response.redirect(folder.href, 302) : undefined;
}

/** What a server would answer to an address that does not exist. */
async function notFound(): Promise<Response> {
  const page = await controller.matchPrecache("404.html");
  if (page === undefined) {
    return Response.error();
  }
  const { pathname } = new URL(worker.registration.scope);
  return new Response(makeUrlsAbsolute(await page.text(), pathname), { status: 404, headers: page.headers });
}
