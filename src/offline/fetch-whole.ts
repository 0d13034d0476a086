/// <reference lib="webworker" />
import type { SizedFile } from "./site-file.ts";

/** What the server has is not what the list of this version says. */
export class OtherVersionError extends Error {}

/**
 * Fetches a file and holds it to its hash. The browser could do so by itself, but then nobody would hear how far it is.
 *
 * @param add Hears of each piece how many bytes it has.
 */
export async function fetchWhole(
  file: SizedFile,
  scope: string,
  signal: AbortSignal,
  add: (bytes: number) => void,
): Promise<Response> {
  // What was fetched for a run need not come again, but has to be asked after: its address is that of all versions.
  const response = await fetch(new URL(file.url, scope), { cache: "no-cache", signal });
  if (!response.ok || response.body === null) {
    throw new Error(`${file.url} could not be fetched: the server answered with ${response.status}.`);
  }
  const bytes = new Uint8Array(file.size);
  let filled = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    if (filled + value.length > file.size) {
      throw new OtherVersionError(file.url);
    }
    bytes.set(value, filled);
    filled += value.length;
    add(value.length);
  }
  if ((await integrityOf(bytes)) !== file.integrity) {
    throw new OtherVersionError(file.url);
  }
  const type = response.headers.get("content-type");
  return new Response(bytes, { headers: type === null ? {} : { "content-type": type } });
}

async function integrityOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}
