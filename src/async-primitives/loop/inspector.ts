import type { Clock } from "./clock.ts";
import type { Cancel } from "./macrotask.ts";

/** Lets somebody hold a loop between two callbacks. A loop that is held does what it would have done, only later. */
export interface Gate {
  /** Whether it may hold the loop after the next callback, and not only after the next turn of the host. */
  readonly steps: boolean;
  /** Asked before each callback if that is so, else before each few: whether the loop has to wait. */
  holds(): boolean;
  /** Asked while it holds: calls `turn` when the loop may go on. The answer takes the request back. */
  whenReleased(turn: () => void): Cancel;
}

/** Whoever debugs a whole process: is told of every loop, and can bend its time and hold it. */
export interface Inspector<Loop> {
  readonly gate: Gate;
  /** The clock of a loop that is not given one. */
  readonly clock: Clock;
  /** Called with each new loop. */
  onLoop(loop: Loop): void;
}
