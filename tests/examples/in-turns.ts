/** Works on all items, on so many at a time. */
export async function inTurns<T>(
  atATime: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const workers = Array.from({ length: atATime }, async () => {
    for (const item of left) {
      await work(item);
    }
  });
  await Promise.all(workers);
}
