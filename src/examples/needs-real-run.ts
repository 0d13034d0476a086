/** Threads take the time that they take: beside them a virtual clock would jump sometimes sooner, sometimes later. */
const threads = /\b(toThread|runInExecutor)\(|import \{[^}]*\b(\w+Executor|Pool)\b[^}]*\} from "asyncio-ts"/;

interface Program {
  readonly runtime: string;
  readonly files: readonly { readonly name: string; readonly code: string }[];
}

/** Whether the picture of an example is drawn from a run on this machine's clock, kept in its `trace.json`. */
export function needsRealRun({ runtime, files }: Program): boolean {
  return runtime === "node" || threads.test(files.find(({ name }) => name === "main.ts")?.code ?? "");
}
