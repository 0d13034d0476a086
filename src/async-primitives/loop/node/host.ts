export { awaited } from "./awaited.ts";
export {
  callable,
  genuineCoroutine,
  genuineFuture,
  genuineJob,
  genuineLoop,
  genuinePromise,
  genuineTask,
  legible,
  listed,
  textOf,
} from "./genuine.ts";
export { runMain } from "./run-main.ts";
export { runInStores, storesHere, storesOfCaller } from "./stores.ts";
