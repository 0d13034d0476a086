// To a program these bring threads along. To the compiler they are the core's own: this line is @internal, so that the
// declarations have them from the core below, and TypeDoc, which reads no such comment, finds them as well.
export { EventLoop, getRunningLoop, Runner } from "#ways-to-a-loop";
export * from "./core.ts";
export * from "./executors/index.ts";
export * from "./streams/index.ts";
export * from "./subprocess/index.ts";
export {
  captureCallGraph,
  type FrameCallGraphEntry,
  type FutureCallGraph,
} from "./tasks/capture-call-graph.ts";
