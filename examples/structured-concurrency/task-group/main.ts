import { type Coroutine, run, sleep, taskGroup } from "asyncio-ts";

function* cook(dish: string, delay: number): Coroutine<string> {
  yield* sleep(delay);
  console.log(dish, "is ready");
  return dish;
}

function* main(): Coroutine<void> {
  const [soup, bread] = yield* taskGroup(function* (group) {
    const soup = group.createTask(cook("soup", 0.4));
    const bread = group.createTask(cook("bread", 0.2));
    console.log("both are on the stove");
    return [soup, bread] as const;
  });
  console.log("served:", soup.result(), "and", bread.result());
}

await run(main());
