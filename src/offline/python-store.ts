/** Where the service worker keeps CPython's files, and what stands there once it has all of them. */
export interface PythonStore {
  /** Of the store. */
  readonly name: string;
  /** An address: the last thing that is stored. */
  readonly mark: string;
}

/** @param site The address of the site: another one on the same host has a store of its own. */
export function pythonStoreOf(site: string): PythonStore {
  return { name: `python ${site}`, mark: new URL("python/", site).href };
}
