import { nextTurn } from "../host-turn.ts";
import type { StepperCommand } from "../protocol.ts";
import { SpeedClock } from "../speed-clock.ts";
import { Stepper } from "../stepper.ts";

export interface LoopGateHost {
  /** Milliseconds since some fixed moment. */
  now(): number;
  later(callback: () => void, delay: number): () => void;
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
  #heardAt: number;

  constructor(host: LoopGateHost) {
    this.#host = host;
    this.#heardAt = host.now();
    this.clock = new SpeedClock({ ...host, keepAlive });
    this.clock.change({ running: true });
    this.#stepper = new Stepper(
      // A loop of asyncio-ts runs when its callbacks do. This one runs on until it is suspended.
      { change: ({ running: _, ...mode }) => this.clock.change(mode) },
      { keepAlive, onHeld: () => {}, onStepped: () => {}, onPaused: (paused) => host.onPaused(paused) },
    );
  }

  handleCommand(command: StepperCommand): void {
    if (!this.#isLeftOpen) {
      this.#stepper.handleCommand(command);
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
      return this.#suspended(nextTurn);
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
    const over = new Promise<void>((resolve) => {
      whenever(() => {
        this.#heardAt = this.#host.now();
        this.clock.change({ running: true });
        resolve();
      });
    });
    return { over };
  }
}
