/** Threads take the time that they take: beside them a virtual clock would jump sometimes sooner, sometimes later. */
const threads = /\b(toThread|runInExecutor)\(|import \{[^}]*\b(\w+Executor|Pool)\b[^}]*\} from "asyncio-ts"/;

interface Program {
  readonly runtime: string;
  readonly files: readonly { readonly name: string; readonly code: string }[];
}

/** Whether the run in the `trace.json` of an example is one on this machine's clock, since no virtual time does for it. */
export function needsRealRun({ runtime, files }: Program): boolean {
  return runtime === "node" || threads.test(files.find(({ name }) => name === "main.ts")?.code ?? "");
}
