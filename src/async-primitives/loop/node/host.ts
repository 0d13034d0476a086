export { runInterruptibly } from "./interrupt.ts";
export { runInStores, storesHere, storesOfCaller } from "./stores.ts";
