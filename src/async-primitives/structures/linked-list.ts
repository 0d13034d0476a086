/** What can stand in a linked list: it holds its neighbours itself. */
export interface Linked {
  /** @internal The one before it. */
  older: Linked | undefined;
  /** @internal The one after it. */
  newer: Linked | undefined;
}

/**
 * An intrusive doubly linked list, in the order in which the items were added: of a million items any one leaves it as
 * cheaply as the only one. The tasks of a loop stand in one, as a Set costs three times that.
 */
export class LinkedList<T extends Linked> {
  #oldest: Linked | undefined;
  #newest: Linked | undefined;

  add(item: T): void {
    item.older = this.#newest;
    if (this.#newest === undefined) {
      this.#oldest = item;
    } else {
      this.#newest.newer = item;
    }
    this.#newest = item;
  }

  /** The one that has been here for the longest time; undefined if there is none. */
  get first(): T | undefined {
    return this.#oldest as T | undefined;
  }

  /** Takes an item out, unless it has left before. */
  delete(item: T): void {
    const { older, newer } = item;
    if (older === undefined && item !== this.#oldest) {
      return;
    }
    if (older === undefined) {
      this.#oldest = newer;
    } else {
      older.newer = newer;
    }
    if (newer === undefined) {
      this.#newest = older;
    } else {
      newer.older = older;
    }
    item.older = undefined;
    item.newer = undefined;
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (let item = this.#oldest; item !== undefined; item = item.newer) {
      yield item as T;
    }
  }
}
