export type { Signal } from "./child.ts";
export { createSubprocessExec, createSubprocessShell } from "./create-subprocess.ts";
export type { Process } from "./process.ts";
export { DEVNULL, PIPE, STDOUT, type Stdio } from "./stdio.ts";
export type { SubprocessOptions } from "./subprocess-options.ts";
