import { getCollection } from "astro:content";
import { categories } from "../reference/categories.ts";

/** A page of the site: its address below the base, its title, and the names that it explains, if it is of the reference. */
export type KnownPage = readonly [address: string, title: string, symbols?: string];

/** All pages of both languages, for who looks for one by its name. */
export async function knownPages(): Promise<KnownPage[]> {
  const entries = await getCollection("docs");
  return entries.map(({ id, data: { title } }) => {
    const { symbols } = categories.find(({ slug }) => id.endsWith(`api/${slug}`)) ?? {};
    const address = id === "index" ? "" : `${id.replace(/\/index$/, "")}/`;
    return symbols ? [address, title, symbols.join(" ")] : [address, title];
  });
}
