/** The reason of the signal that a request to cancel aborts: the error that it was made with, or one with its message. */
export function abortReason(message: string | Error | undefined): Error | undefined {
  return typeof message === "string" ? new DOMException(message, "AbortError") : message;
}
