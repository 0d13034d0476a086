export * from "./core.ts";
export * from "./streams/index.ts";
