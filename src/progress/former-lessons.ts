/**
 * Lessons that have been divided, and what became of each, in reading order. Their addresses still lead somewhere, and
 * what was noted of them counts. A map, as the names that are looked up may be anybody's.
 */
export const formerLessons: ReadonlyMap<string, readonly string[]> = new Map([
  ["common-calls", ["together", "time-limits"]],
]);

/** Headings of theirs that are not in the first part, and where they are: those who stopped there go on there. */
export const movedHeadings: ReadonlyMap<string, string> = new Map(
  ["sleep", "shield", "timeout", "timeoutat", "waitfor"].map((id) => [`common-calls#${id}`, "time-limits"]),
);

/** Lessons that kept their names and gave a part away. Who had read one before that has read the part. */
export const givenAway: ReadonlyMap<string, string> = new Map([["synchronisation", "queues"]]);

/** Kept with what was read since {@link givenAway} was so. What was kept without it is from before. */
export const division = 1;
