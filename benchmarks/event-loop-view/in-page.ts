/** What the benchmark loads into its page. */
export { EventLoopView } from "../../src/playground/event-loop-view/event-loop-view.ts";
export { traceOfManyTasks } from "./many-tasks.ts";
