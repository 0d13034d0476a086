import { promiseHooks } from "node:v8";
import { isPlainPromise } from "../../src/promise-trace/watching/look.ts";
import type { Watcher } from "../../src/promise-trace/watching/watcher.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";

/** What an engine waits for by itself, on promises that no program can see. */
const hidden = ["for await", "dispose"];

/**
 * Writes down in which order V8 runs what waits for promises, by its own word, and in which order the recorder says so:
 * the calls that go on after an `await`, and the callbacks of `then`.
 */
export class ReactionOrder {
  /** What V8 is about to run, and what the recorder said to have begun. */
  readonly engine: string[] = [];
  readonly recorder: string[] = [];
  readonly #names = new WeakMap<object, string>();
  /** Whether a generator hands over a value: what follows is between the engine and who asks for the next one. */
  #isParking = false;
  readonly #lanes = new Set<number>();
  /** The call that has just reached an `await`, until V8 has made what will wake it. */
  #reached: { readonly name: string; awaited: object | undefined } | undefined;
  #callbacks = 0;
  /** Whether the recorder has told of a callback that has not been seen yet. */
  #began = false;
  #stop = () => {};

  /** To be called before the program begins, and after all that is to be watched was replaced. */
  start(watcher: Watcher): void {
    this.#listenToAwaits(watcher);
    this.#nameCallbacks();
    this.#stop = promiseHooks.createHook({
      init: (promise, parent) => this.#made(promise, parent),
      before: (promise) => {
        const name = this.#names.get(promise);
        if (name !== undefined) {
          this.#names.delete(promise);
          this.engine.push(name);
        }
      },
    }) as () => void;
  }

  stop(): void {
    this.#stop();
  }

  note(event: TraceEvent): void {
    if (event.kind === "task created") {
      this.#lanes.add(event.task);
    } else if (event.kind === "waits") {
      this.#hasWaited.set(event.task, !this.#isParking && !hidden.includes(event.what));
    } else if (event.kind === "began") {
      this.#began = !this.#lanes.has(event.handle);
      if (this.#hasWaited.get(event.handle)) {
        this.recorder.push(`call ${event.handle}`);
      }
    }
  }

  readonly #hasWaited = new Map<number, boolean>();

  #listenToAwaits(watcher: Watcher): void {
    const { park, suspend } = watcher;
    Object.assign(watcher, {
      park: (...about: Parameters<typeof park>) => {
        this.#isParking = true;
        const value = park(...about);
        this.#isParking = false;
        return value;
      },
      suspend: (...about: Parameters<typeof suspend>) => {
        const value = suspend(...about);
        const awaited = isPlainPromise(value) ? value : undefined;
        this.#reached = { name: `call ${about[0].number}`, awaited };
        return value;
      },
    });
  }

  /** V8 makes a promise for each `await`, on top of the one that is waited for. */
  #made(promise: object, parent: object | undefined): void {
    const reached = this.#reached;
    if (reached === undefined) {
      return;
    }
    if (reached.awaited === undefined) {
      reached.awaited = promise;
    } else if (parent === reached.awaited) {
      this.#names.set(promise, reached.name);
      this.#reached = undefined;
    }
  }

  #nameCallbacks(): void {
    const { then } = Promise.prototype;
    const order = this;
    // biome-ignore lint/suspicious/noThenProperty: it stands in the place of the host's own
    Promise.prototype.then = function (this: Promise<unknown>, ...callbacks: unknown[]) {
      const name = `callback ${++order.#callbacks}`;
      const watched = [passResult, passFailure].map((passOn, position) => {
        const callback = callbacks[position];
        return (value: unknown) => {
          order.#noteCallback(name);
          return typeof callback === "function" ? Reflect.apply(callback, undefined, [value]) : passOn(value);
        };
      });
      const promise = Reflect.apply(then, this, watched);
      order.#names.set(promise, name);
      return promise;
    };
  }

  #noteCallback(name: string): void {
    this.recorder.push(this.#began ? name : `${name}, of which the recorder has not told`);
    this.#began = false;
  }
}

function passResult(value: unknown): unknown {
  return value;
}

function passFailure(thrown: unknown): never {
  throw thrown;
}
