export { awaited } from "./awaited.ts";
export { cancellable } from "./cancellable.ts";
export {
  attached,
  callable,
  genuineClock,
  genuineContext,
  genuineCoroutine,
  genuineFuture,
  genuineJob,
  genuineList,
  genuineLoop,
  genuinePromise,
  genuineReport,
  genuineSignal,
  genuineStep,
  genuineSteps,
  genuineTask,
  legible,
  listed,
  original,
  textOf,
} from "./genuine.ts";
export { runMain } from "./run-main.ts";
export { runInStores, storesHere, storesOfCaller } from "./stores.ts";
