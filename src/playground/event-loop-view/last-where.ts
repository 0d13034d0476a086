/** The index of the last of some things, which are in order, that is before something; -1 if none is. */
export function lastWhere<Thing>(things: readonly Thing[], isBefore: (thing: Thing) => boolean): number {
  let [low, high] = [0, things.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(things[middle] as Thing)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
