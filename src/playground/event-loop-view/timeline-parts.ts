import type { Outcome, ScopeKind } from "../../trace/trace.ts";
import type { Lane } from "./lane.ts";
import type { Moment } from "./moment.ts";

/** A task that settled what another one waited for. */
export interface Wake {
  readonly from: Moment;
  readonly by: number;
  readonly to: Moment;
  readonly task: number;
  readonly outcome: Outcome;
  /** The lanes of both: a picture asks for those of a hundred thousand. */
  readonly lanes: readonly [by: Lane | undefined, task: Lane];
}

export interface Output {
  readonly moment: Moment;
  readonly task: number;
  readonly text: string;
}

/** A gather, a timeout, a group...: something that holds tasks together for a while. */
export interface Scope {
  readonly what: ScopeKind;
  readonly owner: number;
  readonly from: Moment;
  readonly to: Moment | undefined;
  readonly deadline: number | undefined;
  readonly outcome: Outcome | undefined;
  /** Its tasks. Futures that are none have no lane and are left out. */
  readonly members: readonly number[];
}

/** How a request to cancel reached a task. */
export interface Cancellation {
  readonly moment: Moment;
  /** Who made the request; or the task that passed it on, to what it awaits. 0 for a callback of the loop. */
  readonly from: number;
  readonly task: number;
  readonly isPassedOn: boolean;
}

/** A callback that kept the thread for so long that everything else had to wait. */
export interface Block {
  readonly from: Moment;
  readonly to: Moment;
  /** Whose callback it was; 0 for the loop's own. */
  readonly task: number;
}

/** A promise that was rejected without anybody to ask for its result. */
export interface Unhandled {
  readonly moment: Moment;
  /** The call whose promise it is; 0 for any other. */
  readonly task: number;
  readonly message: string;
}
