/**
 * The library as the pane serves it: with the way in for whoever debugs a program, by a name that nobody imports
 * by accident.
 */

export { inspection as "asyncio-ts/inspection" } from "../async-primitives/event-loop.ts";
export * from "../async-primitives/index.ts";
