import { type Coroutine, run, sleep, taskGroup } from "asyncio-ts";

function* cook(dish: string, seconds: number): Coroutine<void> {
  yield* sleep(seconds);
  console.log(dish, "is ready");
}

function* main(): Coroutine<void> {
  yield* taskGroup(function* (group) {
    group.createTask(cook("the stew", 0.6));
    yield* cook("the salad", 0.2);
    group.createTask(cook("the soup", 0.2));
    console.log("nothing is left to begin");
  });
  console.log("dinner is served");
}

await run(main());
