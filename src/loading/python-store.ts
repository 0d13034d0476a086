/** Where the service worker of a site keeps CPython, and what tells that all of it is there. */
export interface PythonStore {
  readonly name: string;
  /** The key of an entry that is put there last. */
  readonly mark: string;
}

/** @param scope The address of the site: another one on the same host has a store of its own. */
export function pythonStoreOf(scope: string): PythonStore {
  return { name: `python ${scope}`, mark: new URL("python/", scope).href };
}

/** Whether a page's site has CPython without fetching it. Where the browser keeps nothing, or does not say, it has not. */
export async function isPythonKept(scope: string): Promise<boolean> {
  const { name, mark } = pythonStoreOf(scope);
  try {
    return (await caches.match(mark, { cacheName: name })) !== undefined;
  } catch {
    return false;
  }
}
