export { awaited } from "./awaited.ts";
export {
  callable,
  genuineClock,
  genuineContext,
  genuineCoroutine,
  genuineFuture,
  genuineJob,
  genuineList,
  genuineLoop,
  genuinePromise,
  genuineSignal,
  genuineSteps,
  genuineTask,
  legible,
  listed,
  original,
  textOf,
} from "./genuine.ts";
export { runMain } from "./run-main.ts";
export { runInStores, storesHere, storesOfCaller } from "./stores.ts";
