import { digestOf } from "../build/digest-of.ts";

/** Names what an English page says. Where its lines break changes nothing. Twelve hexadecimal digits. */
export function pageDigest(page: string): string {
  return digestOf(page.replace(/\s+/g, " ").trim()).slice(0, 12);
}
