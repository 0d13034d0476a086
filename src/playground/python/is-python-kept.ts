import { pythonStoreOf } from "../../offline/python-store.ts";
import { basePath } from "../../site.ts";

/** Whether the reader has had CPython kept, so that there is nothing to fetch. Where nothing can be kept, it is not. */
export async function isPythonKept(): Promise<boolean> {
  const { name, mark } = pythonStoreOf(new URL(basePath(), location.href).href);
  try {
    return (await caches.match(mark, { cacheName: name })) !== undefined;
  } catch {
    return false;
  }
}
