import { nextTurn } from "./host-turn.ts";
import type { PendingWork } from "./pending-work.ts";
import type { Rejections } from "./rejections.ts";

// Kept before the reader's code can replace them.
const HostPromise = Promise;
const later = globalThis.setTimeout.bind(globalThis);

/** How often nothing must have happened before that counts as the end, where it is not sure. */
const looks = 10;
/** How far apart they are, in milliseconds. */
const betweenLooks = 50;

/** What there is to see of a program that runs. */
export interface RunningProgram {
  readonly pendingWork: PendingWork;
  readonly rejections: Pick<Rejections, "told">;
  /** Whether it can import a module while it runs, which an engine does not tell of. */
  readonly importsLater: boolean;
  /** Whether its modules have run to their end. */
  isEvaluated(): boolean;
}

/**
 * Waits until a program is over: where Node would end the process. Resolves with how: `unsettled` when its top level
 * waits for what nothing is left to settle.
 */
export async function endOf(program: RunningProgram): Promise<"done" | "unsettled"> {
  const { pendingWork, rejections } = program;
  for (;;) {
    await pendingWork.emptied();
    const { begun, isEmpty } = pendingWork;
    await rejections.told();
    // What was at work meanwhile may have been rejected too late to be told of.
    if (!isEmpty || pendingWork.begun !== begun) {
      continue;
    }
    const evaluated = program.isEvaluated();
    const isOver = evaluated && !program.importsLater;
    if (isOver || (await staysIdle(program, evaluated))) {
      return evaluated ? "done" : "unsettled";
    }
  }
}

/** Looks for a while, since not all that a host can do for a program is known here. */
async function staysIdle(program: RunningProgram, evaluated: boolean): Promise<boolean> {
  const { pendingWork, isEvaluated } = program;
  const { begun } = pendingWork;
  for (let look = 0; look < looks || (!evaluated && pendingWork.mayCall); look++) {
    await new HostPromise<void>((resolve) => later(resolve, betweenLooks));
    await new HostPromise<void>(nextTurn);
    if (pendingWork.begun !== begun || isEvaluated() !== evaluated) {
      return false;
    }
  }
  return true;
}
