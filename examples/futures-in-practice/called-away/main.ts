import { type Coroutine, createTask, Lock, run, sleep, wait } from "asyncio-ts";

const line = new Lock();

function* call(name: string): Coroutine<void> {
  try {
    yield* line.with(function* () {
      console.log(name, "has the line");
      yield* sleep(1);
    });
  } finally {
    console.log(name, "leaves");
  }
}

function* main(): Coroutine<void> {
  const ann = createTask(call("Ann"));
  const bob = createTask(call("Bob"));
  const cid = createTask(call("Cid"));
  yield* sleep(0.2);
  bob.cancel();
  console.log("Bob is called away");
  yield* wait([ann, bob, cid]);
}

await run(main());
