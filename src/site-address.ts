/**
 * The site's address from the environment variable SITE, or undefined when nobody says where it will live. Only with
 * it there are a sitemap, canonical and alternate links, Open Graph images and the feed: they all name whole addresses.
 */
export function siteAddress(site: string | undefined): string | undefined {
  if (site === undefined || site === "") {
    return undefined;
  }
  if (!URL.canParse(site) || !/^https?:$/.test(new URL(site).protocol)) {
    throw new Error(
      `SITE is ${JSON.stringify(site)}. Give the address of the site with its scheme, as in SITE=https://example.org, and a path below it in BASE_PATH.`,
    );
  }
  return new URL(site).origin;
}
