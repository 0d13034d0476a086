/**
 * Lessons that have been divided, and what became of each, in reading order. Their addresses still lead somewhere, and
 * what was noted of them counts. A map, as the names that are looked up may be anybody's.
 */
export const formerLessons: ReadonlyMap<string, readonly string[]> = new Map([
  ["common-calls", ["together", "time-limits"]],
]);
