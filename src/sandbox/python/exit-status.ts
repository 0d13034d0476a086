const words = /^Program terminated with exit\((-?\d+)\)$/;

/** With which status a program has ended CPython at once, by `os._exit()`; undefined where it was no end of that kind. */
export function exitStatusOf({ message }: Error): number | undefined {
  const [, status] = words.exec(message) ?? [];
  return status === undefined ? undefined : Number(status);
}
