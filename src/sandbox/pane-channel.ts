/// <reference lib="dom" />
import { firstUserFrame } from "../trace/stack-frame.ts";
import type { ProgramError, Recording, StepperCommand } from "./protocol.ts";

/** What the pane sends, in Sandpack's words and in some of its own. */
export interface PaneMessage {
  readonly type?: string;
  /** Of `register-frame`. */
  readonly id?: number;
  /** Of `compile`. */
  readonly modules?: Readonly<Record<string, { readonly code: string }>>;
  /** Of `stepper`. */
  readonly command?: StepperCommand;
}

/** What the pane writes into `/package.json`: which file to run, the number of the run, and whether to record it. */
export interface RunManifest {
  readonly main?: string;
  readonly run?: number;
  readonly recording?: Recording;
}

/** What is said to the pane. It waits for the pane's own number, which Sandpack sends first. */
export class PaneChannel {
  #id: number | undefined;

  register(id: number | undefined): void {
    this.#id = id;
  }

  tell(message: Readonly<Record<string, unknown>>): void {
    parent.postMessage({ codesandbox: true, $id: this.#id, ...message }, location.origin);
  }

  /** Sandpack's own fields say where the error is; `frames` is for the pane's console. */
  tellError(run: number, { name, message, frames, traceback }: ProgramError): void {
    const { path = "", line = 0, column = 0 } = firstUserFrame(frames) ?? {};
    const place = { path: `/${path}`, line, column };
    this.tell({
      type: "action",
      action: "show-error",
      run,
      title: name,
      message,
      ...place,
      payload: {},
      frames,
      traceback,
    });
  }
}
