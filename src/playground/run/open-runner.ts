import type { ProgramError } from "../../sandbox/protocol.ts";
import type { Language } from "../../site.ts";
import type { Labels } from "../labels.ts";
import type { OwnMessage } from "../own-message.ts";
import { dockOutput } from "./dock-output.ts";
import { LanguageRunners } from "./language-runners.ts";
import { LoadingBar } from "./loading-bar.ts";
import { OutputLog } from "./output-log.ts";
import { SandboxConnection } from "./sandbox-connection.ts";
import { type RunEvents, SandboxRunner } from "./sandbox-runner.ts";

export { markStaticCode } from "../mark-static-code.ts";
export { ownMessageFor } from "../own-message.ts";

export interface RunnerOptions extends RunEvents {
  readonly labels: Labels;
  readonly ownMessage: OwnMessage;
  /** Where the hidden frame of the sandbox page is put. */
  readonly container: HTMLElement;
  /** Where the output of a version is put. */
  readonly log: (version: string) => HTMLElement;
  /** Where it is said how the run stands. */
  readonly report: () => HTMLElement;
  /** The full address of the sandbox page, below which that for Python lies: Sandpack's `bundlerURL`. */
  readonly sandboxAddress: string;
}

/** Gives a pane all that running needs. The editor is not part of it: what is not edited runs without one. */
export function openRunner({
  labels,
  ownMessage,
  container,
  log,
  report,
  sandboxAddress,
  ...events
}: RunnerOptions): LanguageRunners {
  const logs = new WeakMap<HTMLElement, OutputLog>();
  const logOf = (version: string) => {
    const element = log(version);
    const output = logs.get(element) ?? new OutputLog(element, labels, ownMessage);
    logs.set(element, output);
    return output;
  };
  dockOutput(container);
  const bar = new LoadingBar(report, labels);
  const runnerAt = (address: string) =>
    new SandboxRunner((files) => new SandboxConnection(container, address, files), logOf, {
      ...events,
      onLoading: (part) => bar.show(part),
    });
  return new LanguageRunners(
    {
      ts: () => runnerAt(sandboxAddress),
      py: () => runnerAt(`${sandboxAddress}python/`),
    },
    logOf,
  );
}

/** What a program lacks in a page, as an error of it says; what can say so is loaded with the first error that may be one. */
export async function explainLack(
  error: ProgramError,
  files: Readonly<Record<string, string>>,
  language: Language,
): Promise<string | undefined> {
  if (!/^(?:Reference|Syntax|Type)Error$/.test(error.name)) {
    return undefined;
  }
  const { whatIsMissing } = await import("./what-is-missing.ts");
  return whatIsMissing(error, files, language);
}
