/** A file of one version of the site, as the build describes it to the service worker. */
export interface SiteFile {
  readonly url: string;
  readonly revision: string;
  /** The hash of its content, as in `integrity="sha256-..."`. */
  readonly integrity: string;
}

/** One whose fetching is told of as it goes on. */
export interface SizedFile extends SiteFile {
  /** In bytes. */
  readonly size: number;
}
