import { type Coroutine, gather, Lock, run, sleep } from "asyncio-ts";

let tickets = 1;

function* buy(name: string, lock: Lock): Coroutine<void> {
  yield* lock.with(function* () {
    if (tickets === 0) {
      console.log("sold out for", name);
      return;
    }
    yield* sleep(0.1); // the payment
    tickets--;
    console.log(name, "has a ticket, left:", tickets);
  });
}

function* main(): Coroutine<void> {
  const lock = new Lock();
  yield* gather(buy("Ada", lock), buy("Bob", lock));
  console.log("locked:", lock.locked());
}

await run(main());
