import { ContextVar, type Coroutine, Runner, RuntimeError, run, sleep } from "asyncio-ts";

const visits = new ContextVar("visits", { default: 0 });

function* visit(): Coroutine<number> {
  visits.set(visits.get() + 1);
  yield* sleep(0.1);
  return visits.get();
}

console.log("run:", await run(visit()), await run(visit()));

const runner = new Runner();
try {
  const loop = runner.getLoop();
  console.log("Runner:", await runner.run(visit()), await runner.run(visit()));
  console.log("one loop for both:", runner.getLoop() === loop);
} finally {
  await runner.close();
}

console.log("outside:", visits.get());
try {
  runner.getLoop();
} catch (error) {
  if (!(error instanceof RuntimeError)) {
    throw error;
  }
  console.log("the runner is closed");
}
