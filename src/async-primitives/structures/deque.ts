/**
 * A first-in, first-out queue in a ring buffer: its front is as cheap as its end. The ready queue of the loop and the items
 * of a queue stand in one.
 */
export class Deque<T> {
  #ring: (T | undefined)[] = new Array(16);
  #head = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(item: T): void {
    if (this.#size === this.#ring.length) {
      this.#grow();
    }
    this.#ring[(this.#head + this.#size) & (this.#ring.length - 1)] = item;
    this.#size++;
  }

  shift(): T | undefined {
    if (this.#size === 0) {
      return undefined;
    }
    const item = this.#ring[this.#head];
    this.#ring[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#ring.length - 1);
    this.#size--;
    return item;
  }

  peek(): T | undefined {
    return this.#ring[this.#head];
  }

  #grow(): void {
    const size = this.#size;
    const ring = new Array(2 * size);
    for (let i = 0; i < size; i++) {
      ring[i] = this.#ring[(this.#head + i) & (size - 1)];
    }
    this.#ring = ring;
    this.#head = 0;
  }
}
