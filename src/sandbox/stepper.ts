import type { LoopEvent } from "../async-primitives/index.ts";
import type { Gate } from "../async-primitives/loop/inspector.ts";
import { CallbackDepth } from "../trace/callback-depth.ts";
import type { StepperCommand } from "./protocol.ts";
import type { SpeedClock } from "./speed-clock.ts";

export interface StepperHost {
  /** Keeps the program from counting as ended. */
  keepAlive(): () => void;
  /** A loop would go on, and has to wait. */
  onHeld(): void;
  /** The callback that was stepped to has ended. */
  onStepped(): void;
  onPaused(paused: boolean): void;
}

type Mode = "running" | "paused" | "one callback" | "to output";

/** A debugger's stepper: holds the loops of a program between two callbacks, as the reader commands. */
export class Stepper implements Gate {
  readonly #clock: Pick<SpeedClock, "change">;
  readonly #host: StepperHost;
  #mode: Mode = "running";
  readonly #depth = new CallbackDepth();
  /** Whether there is anything to pause. */
  #hasLoop = false;
  #saidPaused = false;
  /** The loops that are held: what each does when it is released. */
  readonly #turns = new Set<() => void>();

  constructor(clock: Pick<SpeedClock, "change">, host: StepperHost) {
    this.#clock = clock;
    this.#host = host;
  }

  handleCommand(command: StepperCommand): void {
    switch (command.type) {
      case "pause":
        this.#enter("paused");
        break;
      case "resume":
        this.#enter("running");
        break;
      case "step":
        this.#enter("one callback");
        break;
      case "step to output":
        this.#enter("to output");
        break;
      case "speed":
        this.#clock.change({ speed: command.speed });
    }
  }

  /** While it runs, what could hold it is a command, which comes between two turns. */
  get steps(): boolean {
    return this.#mode !== "running";
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

  noteEvent(event: Pick<LoopEvent, "kind">): void {
    const before = this.#depth.current;
    this.#depth.note(event);
    if (before === 0 && this.#depth.current === 1) {
      this.#clock.change({ running: true, skipping: false });
    } else if (before === 1 && this.#depth.current === 0) {
      this.#clock.change({ running: false });
      if (this.#mode === "one callback") {
        this.#enter("paused");
        this.#host.onStepped();
      }
    }
  }

  /** The callback that prints still comes to its end. */
  noteOutput(): void {
    if (this.#mode === "to output") {
      this.#enter(this.#depth.current > 0 ? "one callback" : "paused");
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
    const skipping = this.#mode === "one callback" && this.#depth.current === 0;
    this.#clock.change({ paused, skipping });
    // A step is over at once; to say that it goes on would only flicker.
    if (paused !== this.#saidPaused && this.#mode !== "one callback") {
      this.#saidPaused = paused;
      this.#host.onPaused(paused);
    }
  }
}
