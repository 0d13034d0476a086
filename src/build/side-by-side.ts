import { availableParallelism } from "node:os";

/** Does a piece of work for each item, as many at a time as there are cores. */
export async function sideBySide<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const left = items.values();
  const workers = Array.from({ length: availableParallelism() }, async () => {
    for (const item of left) {
      await work(item);
    }
  });
  await Promise.all(workers);
}
