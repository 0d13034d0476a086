import { Barrier, type Coroutine, gather, run, sleep } from "asyncio-ts";

function* climber(name: string, pace: number, camp: Barrier): Coroutine<void> {
  for (const stage of ["camp", "summit"]) {
    yield* sleep(pace);
    console.log(name, "reaches the", stage);
    yield* camp.wait();
  }
  console.log(name, "has seen everyone arrive");
}

function* main(): Coroutine<void> {
  const camp = new Barrier(2);
  yield* gather(climber("fast", 0.1, camp), climber("slow", 0.3, camp));
}

await run(main());
