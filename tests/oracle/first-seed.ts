const millisecondsOfADay = 24 * 60 * 60 * 1000;
/** Days are so far apart that none has a program of another. */
const seedsOfADay = 1000;
/** Seeds below are those of the recorded corpus. */
const firstOfAll = 1_000_000;

/**
 * Where the fresh programs begin: with other ones every day in continuous integration, so that more are seen with
 * time; elsewhere always with the same ones, so that whoever changes something else meets no surprise.
 */
export function firstSeed(environment: { readonly CI?: string }, now: Date): number {
  const day = Math.floor(now.getTime() / millisecondsOfADay);
  return environment.CI ? firstOfAll + day * seedsOfADay : firstOfAll;
}
