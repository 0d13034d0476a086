/** What the service worker tells pages of the Python that it keeps, or does not keep. */
export interface PythonState {
  readonly type: "python";
  readonly state: "none" | "fetching" | "kept" | PythonFailure;
  /** How much of what is fetched has come, from 0 to 1. */
  readonly part: number;
}

/** Why nothing is kept: what came was not whole, there is no room for it, or the server has another version. */
export type PythonFailure = "unfetched" | "no room" | "other version";
