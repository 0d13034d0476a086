/** Something that is loaded when it is first wanted. */
export interface Retryable<Loaded> {
  /** Loads at the first call; later ones get the same. After a failure the next call tries again. */
  load(): Promise<Loaded>;
  /** What has been loaded or is being loaded; undefined before, and after a failure. */
  readonly begun: Promise<Loaded> | undefined;
}

/** Loads once, however often it is asked, and again after a failure. */
export function retryable<Loaded>(load: () => Promise<Loaded>): Retryable<Loaded> {
  let begun: Promise<Loaded> | undefined;
  return {
    load() {
      begun ??= load().catch((error) => {
        begun = undefined;
        throw error;
      });
      return begun;
    },
    get begun() {
      return begun;
    },
  };
}
