import type { Coroutine } from "../coroutine.ts";
import { isException } from "../errors/exception-group.ts";
import type { Scheduler } from "../loop/scheduler.ts";
import { gather } from "../tasks/gather.ts";

/** What of an asynchronous generator its loop has to know. */
export interface OpenGenerator {
  aclose(): Coroutine<void>;
  toString(): string;
}

/** The asynchronous generators of a loop that were begun and are not at their end: the end of a run closes them. */
export class OpenGenerators {
  readonly #loop: Scheduler;
  readonly #open = new Set<OpenGenerator>();
  #isShutDown = false;

  static of(loop: Scheduler): OpenGenerators {
    loop.asyncgens ??= new OpenGenerators(loop);
    return loop.asyncgens as OpenGenerators;
  }

  private constructor(loop: Scheduler) {
    this.#loop = loop;
  }

  add(generator: OpenGenerator): void {
    if (this.#isShutDown && this.#loop.debug) {
      console.warn(`${generator} was begun after shutdownAsyncgens(): nothing will close it`);
    }
    this.#open.add(generator);
  }

  delete(generator: OpenGenerator): void {
    this.#open.delete(generator);
  }

  *shutdown(): Coroutine<void> {
    this.#isShutDown = true;
    const generators = [...this.#open];
    this.#open.clear();
    if (generators.length === 0) {
      return;
    }
    const closings = generators.map((generator) => generator.aclose());
    const outcomes: unknown[] = yield* gather(closings, { returnExceptions: true });
    for (const [i, exception] of outcomes.entries()) {
      if (exception === undefined || !isException(exception)) {
        continue;
      }
      const message = `an error occurred during closing of asynchronous generator ${generators[i]}`;
      this.#loop.callExceptionHandler({ message, exception });
    }
  }
}
