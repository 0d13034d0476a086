import { mock } from "node:test";

async function boil(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 60_000));
  console.log("water is hot");
  await new Promise((resolve) => setTimeout(resolve, 180_000));
  console.log("tea is ready");
}

/** Lets everything come that waits for no timer. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

mock.timers.enable({ apis: ["setTimeout"] });
boil();
mock.timers.tick(240_000);
await settle();
console.log("four minutes have gone by");

mock.timers.tick(180_000);
await settle();
mock.timers.reset();
