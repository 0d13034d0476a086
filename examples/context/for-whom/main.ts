import { ContextVar, type Coroutine, getRunningLoop, run, sleep } from "asyncio-ts";

const guest = new ContextVar("guest", { default: "nobody" });

/** Rings for a guest, and calls the next one. */
function ring(next: string): void {
  console.log("rings for", guest.get());
  guest.set(next);
}

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  guest.set("Ann");
  loop.callLater(0.4, ring, "Ann");
  guest.set("Bob");
  loop.callLater(0.2, ring, "Bob");
  guest.set("Cid");
  yield* sleep(0.6);
  ring("nobody");
}

await run(main());
