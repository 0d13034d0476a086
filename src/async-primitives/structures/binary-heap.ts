/**
 * A binary heap in an array: the children of slot `i` stand at `2i + 1` and `2i + 2`, and no child comes
 * before its parent. The moves are those of Python's `heapq`, so that ties leave in the same order as there.
 */
export class BinaryHeap<T> {
  #slots: T[] = [];
  readonly #isBefore: (a: T, b: T) => boolean;

  constructor(isBefore: (a: T, b: T) => boolean) {
    this.#isBefore = isBefore;
  }

  get size(): number {
    return this.#slots.length;
  }

  peek(): T | undefined {
    return this.#slots[0];
  }

  push(item: T): void {
    this.#slots.push(item);
    this.#siftUp(item, this.#slots.length - 1, 0);
  }

  pop(): T | undefined {
    const last = this.#slots.pop();
    if (this.#slots.length === 0) {
      return last;
    }
    const first = this.#slots[0] as T;
    this.#siftDown(last as T, 0);
    return first;
  }

  /** Drops every item that does not pass, in one go. */
  keep(passes: (item: T) => boolean): void {
    this.#slots = this.#slots.filter(passes);
    for (let i = (this.#slots.length >> 1) - 1; i >= 0; i--) {
      this.#siftDown(this.#slots[i] as T, i);
    }
  }

  #siftUp(item: T, from: number, top: number): void {
    const slots = this.#slots;
    let at = from;
    try {
      while (at > top) {
        const parentAt = (at - 1) >> 1;
        const parent = slots[parentAt] as T;
        if (!this.#isBefore(item, parent)) {
          break;
        }
        slots[at] = parent;
        at = parentAt;
      }
    } finally {
      // Also when the items cannot be compared: none is lost.
      slots[at] = item;
    }
  }

  /** Lets the hole fall to a leaf, then lets the item rise from there: fewer comparisons than stopping early. */
  #siftDown(item: T, from: number): void {
    const slots = this.#slots;
    const size = slots.length;
    let at = from;
    let child = 2 * at + 1;
    try {
      while (child < size) {
        const right = child + 1;
        if (right < size && !this.#isBefore(slots[child] as T, slots[right] as T)) {
          child = right;
        }
        slots[at] = slots[child] as T;
        at = child;
        child = 2 * at + 1;
      }
    } finally {
      slots[at] = item;
    }
    this.#siftUp(item, at, from);
  }
}
