import { type Coroutine, run, sleep, taskGroup } from "asyncio-ts";

function* serve(client: string, seconds: number): Coroutine<void> {
  console.log(client, "is let in");
  yield* sleep(seconds);
  console.log(client, "has an answer");
}

function* main(): Coroutine<void> {
  yield* taskGroup(function* (group) {
    group.createTask(serve("Ann", 1.5));
    yield* sleep(0.2);
    group.createTask(serve("Bob", 0.2));
    yield* sleep(0.4);
    console.log("the door is closed");
  });
  console.log("the server has stopped");
}

await run(main());
