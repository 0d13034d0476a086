import { availableParallelism } from "node:os";

/** Does a piece of work for each item, so many at a time: as many as there are cores if it is left out. */
export async function sideBySide<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
  atATime = availableParallelism(),
): Promise<void> {
  const left = items.values();
  const workers = Array.from({ length: atATime }, async () => {
    for (const item of left) {
      await work(item);
    }
  });
  await Promise.all(workers);
}
