import { writeSync } from "node:fs";
import { lineOf, type Report, toSupervisor } from "../channel.ts";

/** The way to the supervisor, for as long as it is there. */
export class SupervisorLine {
  #isHeard = true;

  /** At once, so that nothing that was told is lost when the program dies. */
  send(report: Report): void {
    if (!this.#isHeard) {
      return;
    }
    try {
      let bytes = Buffer.from(lineOf(report));
      while (bytes.length > 0) {
        bytes = bytes.subarray(writeSync(toSupervisor, bytes));
      }
    } catch {
      this.#isHeard = false;
    }
  }
}
