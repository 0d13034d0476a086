import type { SpeedClock } from "./speed-clock.ts";

/** A program that measures how long it took must not see that the reader has paused it. */
export function tellTimeOf(clock: SpeedClock): void {
  const epoch = Date.now() - performance.now();
  performance.now = () => clock.time() * 1000;
  Date.now = () => Math.floor(epoch + clock.time() * 1000);
}
