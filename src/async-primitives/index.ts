// These are the core's own, and so they are to the compiler. To a program they bring threads along.
export { EventLoop, getRunningLoop, Runner } from "#ways-to-a-loop";
export * from "./core.ts";
export * from "./executors/index.ts";
export * from "./streams/index.ts";
export * from "./subprocess/index.ts";
