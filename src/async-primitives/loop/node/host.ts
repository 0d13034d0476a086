export { runInterruptibly } from "./sigint.ts";
export { runInStores, storesHere, storesOfCaller } from "./stores.ts";
