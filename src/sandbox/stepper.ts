import type { LoopEvent } from "../async-primitives/index.ts";
import type { Gate } from "../async-primitives/loop/inspector.ts";
import type { Pace } from "../trace/trace.ts";
import type { PacedClock } from "./speed-clock.ts";

export interface PaceHost {
  /** Keeps the program from counting as ended. */
  keepAlive(): () => void;
  /** A loop would go on, and has to wait. */
  onHeld(): void;
  /** The callback that was stepped to has ended. */
  onStepped(): void;
  onPaused(paused: boolean): void;
}

type Mode = "going" | "paused" | "one callback" | "to output";

/** Holds the loops of a program between two callbacks as the reader wishes. */
export class PaceControl implements Gate {
  readonly #clock: PacedClock;
  readonly #host: PaceHost;
  #mode: Mode = "going";
  /** How many callbacks have the thread: more than one when a task starts eagerly. */
  #depth = 0;
  /** Whether there is anything to pause. */
  #hasLoop = false;
  #saidPaused = false;
  /** The loops that are held: what each does when it is released. */
  readonly #turns = new Set<() => void>();

  constructor(clock: PacedClock, host: PaceHost) {
    this.#clock = clock;
    this.#host = host;
  }

  obey(pace: Pace): void {
    switch (pace.type) {
      case "pause":
        this.#enter("paused");
        break;
      case "resume":
        this.#enter("going");
        break;
      case "step":
        this.#enter("one callback");
        break;
      case "step to output":
        this.#enter("to output");
        break;
      case "speed":
        this.#clock.change({ speed: pace.speed });
    }
  }

  holds(): boolean {
    return this.#mode === "paused";
  }

  whenReleased(turn: () => void): () => void {
    const release = this.#host.keepAlive();
    const goOn = () => {
      release();
      turn();
    };
    this.#turns.add(goOn);
    this.#host.onHeld();
    return () => {
      release();
      this.#turns.delete(goOn);
    };
  }

  noteLoop(): void {
    this.#hasLoop = true;
    this.#apply();
  }

  noteEvent({ kind }: LoopEvent): void {
    if (kind === "step began" || kind === "callback began") {
      this.#depth++;
      if (this.#depth === 1) {
        this.#clock.change({ running: true, leaping: false });
      }
    } else if (kind === "step ended" || kind === "callback ended") {
      this.#depth--;
      if (this.#depth === 0) {
        this.#clock.change({ running: false });
        if (this.#mode === "one callback") {
          this.#enter("paused");
          this.#host.onStepped();
        }
      }
    }
  }

  /** The callback that prints still comes to its end. */
  noteOutput(): void {
    if (this.#mode === "to output") {
      this.#enter(this.#depth > 0 ? "one callback" : "paused");
    }
  }

  #enter(mode: Mode): void {
    this.#mode = mode;
    this.#apply();
    if (mode !== "paused") {
      const turns = [...this.#turns];
      this.#turns.clear();
      for (const turn of turns) {
        turn();
      }
    }
  }

  #apply(): void {
    const paused = this.#mode === "paused" && this.#hasLoop;
    const leaping = this.#mode === "one callback" && this.#depth === 0;
    this.#clock.change({ paused, leaping });
    // A step is over at once; to say that it goes on would only flicker.
    if (paused !== this.#saidPaused && this.#mode !== "one callback") {
      this.#saidPaused = paused;
      this.#host.onPaused(paused);
    }
  }
}
