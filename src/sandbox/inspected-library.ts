/**
 * The library as the pane serves it: with the way in for whoever debugs a program, by a name that nobody imports
 * by accident.
 */
export * from "../async-primitives/index.ts";
export { inspection as "asyncio-ts/inspection" } from "../async-primitives/loop/inspector.ts";
