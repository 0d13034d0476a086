import { type Coroutine, gather, run, sleep } from "asyncio-ts";

let tickets = 1;

function* buy(name: string): Coroutine<void> {
  if (tickets === 0) {
    console.log("sold out for", name);
    return;
  }
  yield* sleep(0.1); // the payment
  tickets--;
  console.log(name, "has a ticket, left:", tickets);
}

function* main(): Coroutine<void> {
  yield* gather(buy("Ada"), buy("Bob"));
}

await run(main());
