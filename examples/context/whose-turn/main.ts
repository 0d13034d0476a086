import { ContextVar, type Coroutine, createTask, gather, run } from "asyncio-ts";

const guest = new ContextVar("guest", { default: "nobody" });

/** Serves a guest, and calls the next one. */
function* serve(next: string): Coroutine<void> {
  console.log("serves", guest.get());
  guest.set(next);
}

function* main(): Coroutine<void> {
  guest.set("Ann");
  const first = createTask(serve("Dan"));
  guest.set("Cid");
  yield* serve("Dan");
  const second = createTask(serve("Ann"));
  guest.set("Bob");
  const third = createTask(serve("nobody"));
  yield* gather(first, second, third);
}

await run(main());
