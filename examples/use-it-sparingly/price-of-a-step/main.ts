import { type Coroutine, run, sleep } from "asyncio-ts";

function add(a: number, b: number): number {
  return a + b;
}

function* addAsync(a: number, b: number): Coroutine<number> {
  return a + b;
}

function timeCalls(steps: number): number {
  const start = performance.now();
  let total = 0;
  for (let step = 0; step < steps; step++) total = add(total, 1);
  return performance.now() - start;
}

function* timeTurns(steps: number): Coroutine<number> {
  const start = performance.now();
  let total = 0;
  for (let step = 0; step < steps; step++) {
    total = yield* addAsync(total, 1);
    yield* sleep(0);
  }
  return performance.now() - start;
}

function* main(): Coroutine<void> {
  const steps = 20_000;
  let calls = Number.POSITIVE_INFINITY;
  let turns = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    calls = Math.min(calls, timeCalls(steps));
    turns = Math.min(turns, yield* timeTurns(steps));
  }
  // To see the numbers: console.log((calls / steps) * 1e6, (turns / steps) * 1e6)
  const dear = turns > 2 * calls ? "costs a multiple" : "costs the same";
  console.log(`a turn of the loop against a function call: ${dear}`);
}

await run(main());
