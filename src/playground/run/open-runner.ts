import type { Labels } from "../labels.ts";
import { OutputLog } from "./output-log.ts";
import { SandboxConnection } from "./sandbox-connection.ts";
import { type RunEvents, SandboxRunner } from "./sandbox-runner.ts";

export { markStaticCode } from "../mark-static-code.ts";

export interface RunnerOptions extends RunEvents {
  readonly labels: Labels;
  /** Where the hidden frame of the sandbox page is put. */
  readonly container: HTMLElement;
  /** Where the program's output is put. */
  readonly log: HTMLElement;
  /** The full address of the sandbox page: Sandpack's `bundlerURL`. */
  readonly sandboxAddress: string;
}

/** Gives a pane all that running needs. The editor is not part of it: what is not edited runs without one. */
export function openRunner({
  labels,
  container,
  log,
  sandboxAddress,
  ...events
}: RunnerOptions): SandboxRunner {
  return new SandboxRunner(
    (files) => new SandboxConnection(container, sandboxAddress, files),
    new OutputLog(log, labels),
    events,
  );
}
