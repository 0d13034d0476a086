import { CancelledError, type Coroutine, createTask, run, shield, sleep, type Task, wait } from "asyncio-ts";

function* pay(): Coroutine<void> {
  yield* sleep(0.4);
  console.log("paid");
}

function* checkout(payment: Task<void>): Coroutine<void> {
  try {
    yield* shield(payment);
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log("checkout cancelled");
    }
    throw error;
  }
}

function* main(): Coroutine<void> {
  const payment = createTask(pay());
  const customer = createTask(checkout(payment));
  yield* sleep(0.2);

  customer.cancel();
  yield* wait([customer]);
  console.log("payment cancelled?", payment.cancelled());
  yield* payment;
}

await run(main());
