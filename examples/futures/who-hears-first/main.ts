import { type Coroutine, createTask, type Future, getRunningLoop, run, sleep } from "asyncio-ts";

function* listen(name: string, future: Future<string>): Coroutine<void> {
  console.log(name, "asks");
  const answer = yield* future;
  console.log(name, "hears:", answer);
}

function* main(): Coroutine<void> {
  const future = getRunningLoop().createFuture<string>();
  const ann = createTask(listen("Ann", future));
  yield* sleep(0);
  future.setResult("tea is ready");
  console.log("the result is set");
  yield* listen("Bob", future);
  yield* ann;
  console.log("both know");
}

await run(main());
