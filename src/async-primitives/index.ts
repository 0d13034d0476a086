export * from "./core.ts";
export * from "./executors/index.ts";
export * from "./streams/index.ts";
export * from "./subprocess/index.ts";
