import { type Coroutine, createTask, run, shield, sleep, type Task, wait } from "asyncio-ts";

function* pay(): Coroutine<void> {
  yield* sleep(0.6);
  console.log("the payment is booked");
}

function* checkOut(payment: Task<void>): Coroutine<void> {
  try {
    yield* shield(payment);
  } finally {
    console.log("the request has ended");
  }
}

function* main(): Coroutine<void> {
  const payment = createTask(pay());
  const task = createTask(checkOut(payment));
  yield* sleep(0.2);

  task.cancel();
  console.log("the request is to stop");
  yield* wait([task]);
  console.log("what must be finished is waited for");
  yield* payment;
  console.log("the server has stopped");
}

await run(main());
