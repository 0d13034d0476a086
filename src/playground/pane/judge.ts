/** The number of the first line that was not printed as expected, from 1; undefined if all were. */
export function judge(expected: string, printed: string): number | undefined {
  const [wanted, found] = [expected.split("\n"), printed.split("\n")];
  const length = Math.max(wanted.length, found.length);
  const wrong = Array.from({ length }, (_, line) => line).find((line) => wanted[line] !== found[line]);
  return wrong === undefined ? undefined : wrong + 1;
}
