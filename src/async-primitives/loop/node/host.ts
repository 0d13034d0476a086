export { runMain } from "./run-main.ts";
export { runInStores, storesHere, storesOfCaller } from "./stores.ts";
