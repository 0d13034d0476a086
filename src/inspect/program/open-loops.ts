import type { EventLoop } from "../../async-primitives/index.ts";

/** The loops that there are. Those that are closed leave when another one comes. */
export class OpenLoops extends Set<EventLoop> {
  override add(loop: EventLoop): this {
    for (const other of this) {
      if (other.isClosed()) {
        this.delete(other);
      }
    }
    return super.add(loop);
  }
}
