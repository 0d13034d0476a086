import { type Coroutine, createSubprocessExec, run } from "asyncio-ts";

function* main(): Coroutine<void> {
  const egg = yield* createSubprocessExec("sleep", "0.6");
  console.log("the egg is in the water");
  const tea = yield* createSubprocessExec("sleep", "0.2");
  console.log("the tea is in the pot");
  yield* egg.wait();
  console.log("the egg is taken out");
  yield* tea.wait();
  console.log("the tea is poured");
}

await run(main());
