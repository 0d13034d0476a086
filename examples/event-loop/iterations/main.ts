import { type Coroutine, getRunningLoop, run, sleep } from "asyncio-ts";

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  let iteration = 0;

  /** Stands first in the ready queue of every iteration. */
  const count = () => {
    iteration += 1;
    if (iteration < 3) {
      loop.callSoon(count);
    }
  };

  const say = (name: string, ...followers: string[]) => {
    console.log(`iteration ${iteration}: ${name}`);
    for (const follower of followers) {
      loop.callSoon(say, follower);
    }
  };

  loop.callSoon(count);
  loop.callLater(0, say, "a timer of 0 s");
  loop.callSoon(say, "A", "A's first", "A's second");
  loop.callSoon(say, "B", "B's first");
  yield* sleep(0.1);
}

await run(main());
