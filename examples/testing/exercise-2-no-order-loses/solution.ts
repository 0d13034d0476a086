import { type Coroutine, EventLoop, gather, Lock, run, sleep, VirtualClock } from "asyncio-ts";

function* transfers(delays: number[]): Coroutine<number> {
  let balance = 100;
  const lock = new Lock();
  function* add(amount: number, [read, write]: number[]): Coroutine<void> {
    yield* sleep(read ?? 0);
    yield* lock.with(function* () {
      const before = balance;
      yield* sleep(write ?? 0);
      balance = before + amount;
    });
  }
  yield* gather(add(10, delays.slice(0, 2)), add(5, delays.slice(2)));
  return balance;
}

for (const delays of [
  [1, 1, 3, 1],
  [1, 3, 2, 1],
  [2, 1, 1, 3],
]) {
  const loopFactory = () => new EventLoop({ clock: new VirtualClock() });
  console.log(delays.join(" "), "->", await run(transfers(delays), { loopFactory }));
}
