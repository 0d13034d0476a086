import { type Coroutine, createTask, Queue, run, sleep } from "asyncio-ts";

function* serve(guests: Queue<string>): Coroutine<void> {
  while (true) {
    const guest = yield* guests.get();
    console.log(guest, "is called in");
    yield* sleep(0.2);
    console.log(guest, "has eaten");
    guests.taskDone();
  }
}

function* main(): Coroutine<void> {
  const guests = new Queue<string>();
  yield* guests.put("Dan");
  yield* guests.put("Cid");
  const serving = createTask(serve(guests));
  console.log("the doors are closed");
  yield* guests.join();
  console.log("the lights go out");
  yield* sleep(0.4);
  serving.cancel();
}

await run(main());
