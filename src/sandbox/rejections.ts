/// <reference lib="webworker" />

import { nextTurn } from "./host-turn.ts";

/** How long an engine may take to tell of a rejection; one that never does must not keep a program from ending. */
const patience = 5_000;

// Kept before the reader's code can replace them.
const HostPromise = Promise;
const later = globalThis.setTimeout.bind(globalThis);

/** Hears of the rejections that a program does not handle, before the program itself can. */
export class Rejections {
  /** A rejection of our own: an engine tells of them in order, so when it comes all before it have been told. */
  readonly #last = {};
  #whenTold: () => void = () => {};

  constructor(onUnhandled: (reason: unknown, promise: Promise<unknown>) => void) {
    self.addEventListener(
      "unhandledrejection",
      (event) => {
        event.preventDefault();
        if (event.reason === this.#last) {
          event.stopImmediatePropagation();
          this.#whenTold();
        } else {
          onUnhandled(event.reason, event.promise);
        }
      },
      { capture: true },
    );
  }

  /** Resolves when all that nobody has handled by now have been told. */
  async told(): Promise<void> {
    // What the present turn still rejects comes first.
    await new HostPromise<void>(nextTurn);
    await new HostPromise<void>((resolve) => {
      this.#whenTold = resolve;
      later(resolve, patience);
      void this.#reject();
    });
  }

  async #reject(): Promise<never> {
    throw this.#last;
  }
}
