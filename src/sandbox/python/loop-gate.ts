import { nextTurn } from "../host-turn.ts";
import type { StepperCommand } from "../protocol.ts";
import { SpeedClock } from "../speed-clock.ts";
import { Stepper } from "../stepper.ts";

export interface LoopGateHost {
  /** Milliseconds since some fixed moment. */
  now(): number;
  later(callback: () => void, delay: number): () => void;
  /** The program stands still for the reader, or goes on: a step goes on until it is over. */
  onPaused(paused: boolean): void;
}

/** What CPython is suspended for. It is no bare promise: Python would make a future of the running loop of that. */
export interface Suspension {
  readonly over: Promise<void>;
}

/** How long a busy loop goes on before its worker hears again what the reader wants, in milliseconds. */
const turnInterval = 50;
const keepAlive = () => () => {};

/**
 * Holds CPython's loop between two callbacks, and where it waits, as the reader commands. Its clock stands still only while
 * CPython is suspended: whatever of the program runs sees time go by.
 */
export class LoopGate {
  readonly clock: SpeedClock;
  readonly #host: LoopGateHost;
  readonly #stepper: Stepper;
  #isLeftOpen = false;
  #isSuspended = false;
  #saidPaused = false;
  #heardAt: number;

  constructor(host: LoopGateHost) {
    this.#host = host;
    this.#heardAt = host.now();
    this.clock = new SpeedClock({ ...host, keepAlive });
    this.clock.change({ running: true });
    this.#stepper = new Stepper(
      // A loop of asyncio-ts runs when its callbacks do. This one runs on until it is suspended.
      { change: ({ running: _, ...mode }) => this.clock.change(mode) },
      // What the reader wants of the program is heard of later than it is done.
      { keepAlive, onHeld: () => {}, onStepped: () => {}, onPaused: () => {} },
    );
  }

  handleCommand(command: StepperCommand): void {
    if (!this.#isLeftOpen) {
      this.#stepper.handleCommand(command);
      this.#tellPaused();
    }
  }

  noteLoop(): void {
    this.#stepper.noteLoop();
  }

  noteOutput(): void {
    this.#stepper.noteOutput();
  }

  /** What the loop has to wait for before its next callback; undefined when that begins. */
  turn(): Suspension | undefined {
    if (this.#stepper.holds()) {
      return this.#suspended((goOn) => this.#stepper.whenReleased(goOn));
    }
    if (this.#host.now() - this.#heardAt >= turnInterval) {
      return this.#suspended((goOn) =>
        // The reader may have paused it in that turn.
        nextTurn(() => (this.#stepper.holds() ? this.#stepper.whenReleased(goOn) : goOn())),
      );
    }
    this.#stepper.noteEvent({ kind: "callback began" });
    return undefined;
  }

  /** The callback has ended. */
  ended(): void {
    this.#stepper.noteEvent({ kind: "callback ended" });
  }

  sleep(seconds: number): Suspension {
    return this.#suspended((goOn) => this.clock.wakeAt(this.clock.time() + seconds, goOn));
  }

  /** CPython cannot be suspended: nothing is held any more. */
  leaveOpen(): void {
    this.handleCommand({ type: "resume" });
    this.#isLeftOpen = true;
  }

  #suspended(whenever: (goOn: () => void) => unknown): Suspension {
    this.clock.change({ running: false });
    this.#isSuspended = true;
    this.#tellPaused();
    const over = new Promise<void>((resolve) => {
      whenever(() => {
        this.#heardAt = this.#host.now();
        this.clock.change({ running: true });
        this.#isSuspended = false;
        this.#tellPaused();
        resolve();
      });
    });
    return { over };
  }

  #tellPaused(): void {
    const paused = this.#isSuspended && this.#stepper.holds();
    if (paused !== this.#saidPaused) {
      this.#saidPaused = paused;
      this.#host.onPaused(paused);
    }
  }
}
