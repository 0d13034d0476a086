/// <reference lib="esnext.disposable" preserve="true" />

import { attached } from "#host";
import type { Awaitable, Coroutine } from "../coroutine.ts";
import { beginBlock, checkBlock } from "../loop/block.ts";
import { LoopBound } from "./loop-bound.ts";

const expected = "with() takes a generator function, as in function* () { ... }";

/**
 * What `acquire()` answers with: releases at the end of the block that holds it with `using`.
 *
 * @group Synchronisation
 * @see Python's `async with lock:`
 */
export class Acquired implements Disposable {
  readonly #owner: Acquirable;

  /** @internal */
  constructor(owner: Acquirable) {
    this.#owner = owner;
  }

  [Symbol.dispose](): void {
    this.#owner.release();
  }
}

/** What can be held for the length of a block. */
export abstract class Acquirable extends LoopBound {
  protected readonly acquired = new Acquired(this);

  abstract acquire(): Coroutine<Acquired>;
  abstract release(): void;

  /**
   * Holds it while a block runs, and releases it however the block ends.
   *
   * @see Python's `async with lock:`
   */
  *with<T>(body: () => Awaitable<T>): Coroutine<T> {
    checkBlock(body, expected);
    yield* attached(this).acquire();
    try {
      return yield* beginBlock(expected, body);
    } finally {
      this.release();
    }
  }
}
