import { type Coroutine, createSubprocessExec, gather, type Process, run, sleep } from "asyncio-ts";

function* serve(egg: Process, tea: Process): Coroutine<void> {
  yield* egg.wait();
  console.log("the egg is taken out");
  yield* tea.wait();
  console.log("the tea is poured");
}

function* layTheTable(): Coroutine<void> {
  yield* sleep(0.2);
  console.log("the table is laid");
}

function* main(): Coroutine<void> {
  const egg = yield* createSubprocessExec("sleep", "1.2");
  console.log("the egg is in the water");
  const tea = yield* createSubprocessExec("sleep", "0.6");
  console.log("the tea is in the pot");
  yield* gather(serve(egg, tea), layTheTable());
}

await run(main());
