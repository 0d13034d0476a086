/** Under which a browser keeps what its reader has done. */
export const progressKey = "progress";

/** Whether this browser keeps anything: where it does not, nothing need be loaded to read it. */
export function hasProgress(): boolean {
  try {
    return localStorage.getItem(progressKey) !== null;
  } catch {
    return false;
  }
}
