/** The variables that hold what a program makes while it runs, in lists that all its functions share. */
export const slotCounts = {
  tasks: 5,
  futures: 3,
  outers: 2,
  handles: 2,
  tokens: 2,
  scopes: 2,
  groups: 1,
  contexts: 1,
  generators: 2,
};

export type SlotKind = keyof typeof slotCounts;

/** The kinds whose slots all start empty: the first task is the main one, and futures are made at once. */
export const emptySlots = [
  "outers",
  "handles",
  "tokens",
  "scopes",
  "groups",
  "contexts",
  "generators",
] as const;

const maybeEmpty = new RegExp(`^(tasks\\[[1-9]\\]|(${emptySlots.join("|")})\\[\\d\\])$`);

/** Must this identifier be filled before it can be used? */
export function mayBeEmpty(identifier: string): boolean {
  return maybeEmpty.test(identifier);
}
