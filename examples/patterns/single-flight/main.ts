import { type Coroutine, createTask, type Future, gather, run, shield, sleep, type Task } from "asyncio-ts";

const onTheWay = new Map<string, Task<string>>();

function* load(name: string): Coroutine<string> {
  console.log("loading", name);
  yield* sleep(0.3);
  return name.toUpperCase();
}

function get(name: string): Future<string> {
  let task = onTheWay.get(name);
  if (task === undefined) {
    task = createTask(load(name));
    onTheWay.set(name, task);
    task.addDoneCallback(() => onTheWay.delete(name));
  }
  return shield(task);
}

function* main(): Coroutine<void> {
  const hasty = get("map");
  const others = gather(get("map"), get("map"));
  hasty.cancel();
  console.log(...(yield* others));
  console.log(yield* get("map"));
}

await run(main());
