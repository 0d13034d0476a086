import type { LoopEvent } from "../async-primitives/index.ts";

/** How many callbacks have the thread: more than one when a task starts eagerly. */
export class CallbackDepth {
  current = 0;

  note({ kind }: Pick<LoopEvent, "kind">): void {
    if (kind === "step began" || kind === "callback began") {
      this.current++;
    } else if (kind === "step ended" || kind === "callback ended") {
      this.current--;
    }
  }
}
